import { picturesOf, withStoredPictures } from '@/newsroom/html/body-pictures'
import { cleanHtml } from '@/newsroom/html/clean-html'
import { SAFE_SINCE } from '@/newsroom/html/html-allow-list'
import { readModernRenditions, readRenditions } from '@/newsroom/rendition'
import { texts } from '@/newsroom/texts'
import { config } from '@/server/config'
import { readDb } from '@/server/db'
import { withCurrentLinks } from './current-links'

interface StoredBody {
  bodyHtml: string
  /** of the rules it was cleaned by; null: it is cleaned by today's, a draft that nobody keeps a version of */
  sanitizerVersion: number | null
}

/**
 * A stored body as readers get it: links lead where things are today, pictures come in the sizes there are today, and what was
 * cleaned by rules that are no longer thought safe is cleaned again.
 */
export async function readerBody({ bodyHtml, sanitizerVersion }: StoredBody): Promise<string> {
  const isSafe = sanitizerVersion !== null && sanitizerVersion >= SAFE_SINCE
  const html = await withCurrentLinks(isSafe ? bodyHtml : cleanHtml(bodyHtml))
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
