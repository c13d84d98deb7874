import type { MediaWords } from '@/newsroom/desk/media-library'
import type { Outcome } from '@/newsroom/desk/outcome'
import type { StaffActor } from '@/newsroom/desk/staff'
import { dropPagesAround } from './drop-pages'
import { holdMedia, mediaLabel } from './hold-media'
import { indexMedia } from './index-media'
import { liveUses } from './keep-renditions'
import { recordAudit } from './record-audit'
import { transact } from './transact'

/**
 * What is said of a picture; what is left out stays. Readers get it at once wherever the library speaks: leads, lists, crops, the mark of a machine. The
 * words beside a picture in a text are that text's own.
 */
export async function editMedia(actor: StaffActor, { id, words }: { id: string; words: Partial<MediaWords> }): Promise<Outcome> {
  return await transact(async (tx) => {
    const held = await holdMedia(tx, actor, id)
    if (!held.ok) return held
    const { alt, caption, credit, rights, aiGenerated, focalX, focalY } = held.media
    const before = {
      alt: alt ?? '',
      caption: caption ?? '',
      credit: credit ?? '',
      rights: rights ?? '',
      aiGenerated,
      focalX,
      focalY,
    }
    const changed = (Object.keys(words) as (keyof MediaWords)[]).filter((key) => words[key] !== before[key])
    if (changed.length === 0) return { ok: true }
    await dropPagesAround(tx, await liveUses(tx, id), [], async () => {
      await tx.media.update({
        where: { id },
        data: { ...words, ...orNull('alt', words.alt), ...orNull('caption', words.caption) },
        select: { id: true },
      })
    })
    await indexMedia(tx, [id])
    const told = (from: Partial<MediaWords>) => Object.fromEntries(changed.map((key) => [key, from[key]]))
    await recordAudit(tx, actor, {
      action: 'media.change',
      subject: `media:${id}`,
      label: mediaLabel(held.media),
      before: told(before),
      after: told(words),
    })
    return { ok: true }
  })
}

const orNull = (key: 'alt' | 'caption', text: string | undefined) => (text === undefined ? {} : { [key]: text || null })
