import { picturesOf, withStoredPictures } from '@/newsroom/html/body-pictures'
import { readModernRenditions, readRenditions } from '@/newsroom/rendition'
import { texts } from '@/newsroom/texts'
import { config } from '@/server/config'
import { readDb } from '@/server/db'
import { withCurrentLinks } from './current-links'

/** A stored body as readers get it: links lead where things are today, pictures come in the sizes there are today. */
export async function readerBody(bodyHtml: string): Promise<string> {
  const html = await withCurrentLinks(bodyHtml)
  const ids = picturesOf(html)
  if (ids.length === 0) return html
  const media = await readDb().media.findMany({
    where: { id: { in: ids } },
    select: { id: true, renditions: true, aiGenerated: true },
  })
  const pictures = media.map(({ id, renditions, aiGenerated }) => {
    const stored = { renditions: readRenditions(renditions), modern: readModernRenditions(renditions), aiGenerated }
    return [id, stored] as const
  })
  return withStoredPictures(html, new Map(pictures), texts(config().SITE_LOCALE)('article.aiPicture'))
}
