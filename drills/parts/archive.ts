import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { noisePicture } from './pictures'

export interface ArchiveOptions {
  /** number of the first post: an archive grows */
  from?: number
  /** every so many posts have one; none: no post has */
  pictureEvery?: number
}

/** A Jekyll archive of so many posts, each with an id of its wire. */
export async function writeArchive(
  folder: string,
  posts: number,
  mark: string,
  { from = 0, pictureEvery = Number.POSITIVE_INFINITY }: ArchiveOptions = {},
): Promise<void> {
  await mkdir(join(folder, '_posts'), { recursive: true })
  await mkdir(join(folder, 'images'), { recursive: true })
  await writeFile(join(folder, '_config.yml'), 'url: https://news.example\ntimezone: Asia/Shanghai\n')
  for (let number = from; number < from + posts; number++) {
    const day = `2024-${String(1 + (number % 12)).padStart(2, '0')}-${String(1 + (number % 28)).padStart(2, '0')}`
    const code = `NW${day.replaceAll('-', '')}${100_000 + number}`
    const words = `${mark}第${number}篇，渡口水位每小时上涨${number % 90}厘米，两岸各有一百二十人上堤。`
    const picture = (number + 1) % pictureEvery === 0 ? `/images/${code}.jpg` : null
    if (picture) await writeFile(join(folder, picture), await noisePicture())
    const post = [
      ...['---', 'layout: post', `title: "${mark}${number}号堤段"`, `date: ${day} 08:00:00 +0800`],
      ...['categories: yanlianribao', 'tags: 演练日报新闻', '---'],
      ...(picture ? [`<p><img src="${picture}" alt="堤段"></p>`] : []),
      `<p>${words.repeat(8)}</p><p class="em_media">（文章来源：演练日报）</p>\n`,
      `<http://share.example/html_News/NewsShare.html?infoCode=${code}>\n`,
    ]
    await writeFile(join(folder, '_posts', `${day}-${code}.md`), post.join('\n'))
  }
}
