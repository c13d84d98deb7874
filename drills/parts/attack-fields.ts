// Words of attacks in every field that the desk has.
import { setTimeout as sleep } from 'node:timers/promises'
import sharp from 'sharp'
import { insist, sure } from './attack-doors'
import { type Desk, newId } from './desk'

/** An article all of whose fields, names, pictures and notes are one attack. */
export interface Fielded {
  words: string
  id: string
  path: string
  preview: string
}

/** Categories are in the head of every page: some, not hundreds. */
const MOST_CATEGORIES = 12

/** `library`: another sign-in of the same person, for the pages of the library. Answers what readers find of it, and how much was refused. */
export async function writeFields(desk: Desk, library: Desk, texts: readonly string[]) {
  const written: Fielded[] = []
  const refused: string[] = []
  const categories: number[] = []
  for (const [index, words] of texts.entries()) {
    const note = async (what: string, page: string, name: string, ...args: unknown[]) => {
      const answer = await insist(() => desk.act(page, name, ...args))
      if (answer.kind !== 'ok')
        refused.push(`${what} ${JSON.stringify(words.slice(0, 40))}: ${JSON.stringify(answer).slice(0, 100)}`)
      return answer.kind === 'ok' ? answer.value : null
    }
    if (categories.length < MOST_CATEGORIES) {
      const wanted = { name: words.slice(0, 80), slug: `drill-${newId()}`, parentId: null, reviewStages: 0 }
      const category = await note('category', '/admin/categories', 'save', null, wanted)
      if (category) categories.push(Number(category.id))
    }
    const id = newId()
    const page = `/admin/articles/${id}`
    const blank = { headline: '演练', bodyHtml: '<p>演练。</p>', categoryIds: [categories[index % categories.length] ?? 1] }
    await sure(() => desk.save(id, 0, blank))
    const [tag, source, person] = [
      await note('tag', page, 'createTag', words.slice(0, 80)),
      await note('source', page, 'createSource', words.slice(0, 80)),
      await note('person', page, 'createPerson', words.slice(0, 60)),
    ]
    const picture = await upload(desk, library, index, words)
    const line = words.slice(0, 200)
    const content = {
      ...{ kicker: line, headline: line, subhead: line, standfirst: words, dateline: words.slice(0, 100), type: 'translation' },
      ...{ originalHeadline: line, originalAuthor: line, searchTitle: line, searchDescription: words.slice(0, 500) },
      ...{
        bodyHtml: `<p>${escaped(words)}</p><figure><img src="${picture.src}" alt="${escaped(words)}"><figcaption>${escaped(words)}</figcaption></figure>`,
      },
      ...{ categoryIds: blank.categoryIds, tagIds: tag ? [Number(tag.id)] : [], leadMediaId: picture.id },
      ...{ sourceId: source ? Number(source.id) : null, sourceUrl: 'https://news.example/1' },
      bylines: (person ? [{ personId: Number(person.id), role: 'reporter' }] : []) as never[],
    }
    await sure(() => desk.save(id, 1, content as never))
    await desk.leave(id)
    await publishWhenDrawn(desk, id)
    await note('comment', page, 'addComment', id, { text: words, quote: null, parentId: null })
    await note('correction', page, 'correct', id, { wrong: words, right: `${words} ` })
    const shared = await note('preview', page, 'sharePreview', id, 24)
    await note('invitation', '/admin/staff', 'invite', {
      email: `s${index}-${id}@ribao.example`,
      name: words.slice(0, 60),
      role: 'reporter',
      categoryIds: [],
    })
    const path = (await desk.find(id))?.path
    if (path && shared) written.push({ words, id, path, preview: String(shared.path) })
  }
  return { written, refused }
}

/** A picture is drawn in its sizes before an article that shows it goes out. */
async function publishWhenDrawn(desk: Desk, id: string): Promise<void> {
  const publish = () => insist(() => desk.act(`/admin/articles/${id}`, 'publish', id, {}))
  let answer = await publish()
  while (answer.kind === 'refused' && answer.codes.includes('publication.picture-pending')) {
    await sleep(500)
    answer = await publish()
  }
  await sure(async () => answer)
}

/** Articles that are taken back, for reasons that are attacks: where each stood. */
export async function withdrawFor(desk: Desk, category: number, texts: readonly string[]): Promise<string[]> {
  const paths: string[] = []
  for (const words of texts) {
    const path = await publishBody(desk, category, '<p>演练。</p>')
    const id = path.slice(-10)
    const why = { reason: words, approver: words.slice(0, 200), notice: words }
    await sure(() => desk.act(`/admin/articles/${id}`, 'withdraw', id, why))
    paths.push(path)
  }
  return paths
}

/** Publishes a text; answers where readers find it, "" where nothing of it was left that could be published. */
export async function publishBody(desk: Desk, category: number, bodyHtml: string): Promise<string> {
  const id = newId()
  await sure(() => desk.save(id, 0, { headline: '编辑部里的稿件', bodyHtml, categoryIds: [category] }))
  await desk.leave(id)
  const answer = await insist(() => desk.act(`/admin/articles/${id}`, 'publish', id, {}))
  if (answer.kind === 'refused' && answer.codes.includes('publication.body-missing')) return ''
  return (await desk.find(id))?.path ?? ''
}

async function upload(desk: Desk, library: Desk, index: number, words: string): Promise<{ id: string; src: string }> {
  const background = { r: index % 256, g: (index * 7) % 256, b: (index * 31) % 256 }
  const bytes = await sharp({ create: { width: 900 + index, height: 600, channels: 3, background } })
    .png()
    .toBuffer()
  const { media } = (await sure(() => desk.upload(bytes, `${words}.png`))) as { media: { id: string; src: string } }
  const told = { alt: words.slice(0, 500), caption: words, credit: words.slice(0, 200), rights: words.slice(0, 500) }
  await sure(() => library.act('/admin/media', 'save', { id: media.id, words: told }))
  return media
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
