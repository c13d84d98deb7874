import type { DraftContent } from './draft'

/**
 * A draft with one picture of the library in the place of another. Addresses are only named here: settleBody gives the picture
 * the sizes it has.
 */
export function replacedPicture(content: DraftContent, from: string, to: string): DraftContent {
  const address = new RegExp(`/media/[0-9a-f]{2}/${from}-`, 'g')
  return {
    ...content,
    leadMediaId: content.leadMediaId === from ? to : content.leadMediaId,
    bodyHtml: content.bodyHtml.replace(address, `/media/${to.slice(0, 2)}/${to}-`),
  }
}
