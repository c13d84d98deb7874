import { readFile, realpath, stat } from 'node:fs/promises'
import { join, posix, sep } from 'node:path'
import { captionOf, type Figure, withFigures } from '@/newsroom/html/picture-figures'
import type { ImportNote } from '@/newsroom/jekyll/import-note'
import type { ImportedPicture, ImportedPost } from '@/newsroom/jekyll/imported-post'
import type { ReadyPost, StoredPicture } from '@/server/commands/import-batch'
import { SetupError } from '@/server/setup-error'
import { fetchPicture } from './fetch-picture'
import { renderPicture } from './render-picture'

export interface PictureSource {
  /** the archive's root, absolute, links resolved */
  root: string
  baseurl: string
  /** copy remote pictures, too */
  fetchImages: boolean
  fetch?: (address: string) => Promise<Buffer>
}

/** Narrower ones are no lead: icons, portraits, signatures. */
const LEAD_WIDTH = 600
const LARGEST_BYTES = 30_000_000

/** Stores a post's pictures and puts them into its body; what cannot be shown is told in its notes. */
export async function storePictures(post: ImportedPost, source: PictureSource): Promise<ReadyPost> {
  if (post.pictures.length === 0) return { ...post, leadMediaId: null, media: [] }
  const figures: Figure[] = []
  const media: StoredPicture[] = []
  const notes: ImportNote[] = []
  for (const [index, picture] of post.pictures.entries()) {
    const found = await figureOf(picture, post, source)
    figures.push(found.figure)
    if (found.note) notes.push({ field: 'picture', guess: '', reason: found.note, line: null, rescue: false })
    if (!found.stored || media.some(({ id }) => id === found.stored?.id)) continue
    media.push({ ...found.stored, alt: picture.alt || captionOf(post.bodyHtml, index) })
  }
  return {
    ...post,
    bodyHtml: withFigures(post.bodyHtml, figures),
    leadMediaId: media.find(({ width }) => width >= LEAD_WIDTH)?.id ?? null,
    media,
    notes: [...post.notes, ...notes],
  }
}

interface Found {
  figure: Figure
  stored: StoredPicture | null
  note: string | null
}

async function figureOf(picture: ImportedPicture, post: ImportedPost, source: PictureSource): Promise<Found> {
  const { src, alt, local } = picture
  const elsewhere = local ? null : { href: src, alt }
  if (!local && !source.fetchImages) {
    return { figure: elsewhere, stored: null, note: `${src} stays where it is, linked to: --fetch-images copies it` }
  }
  try {
    const { bytes, path } = local ? await readLocal(picture, post.path, source.root) : await fetchRemote(src, source)
    const rendered = await renderPicture(bytes)
    const oldAddresses = path === null ? [] : [`${source.baseurl}/${path}`]
    const stored = { ...rendered, origin: path ?? src, alt, oldAddresses }
    return { figure: { renditions: rendered.renditions, alt }, stored, note: null }
  } catch (error) {
    if (error instanceof SetupError) throw error
    const reason = (error instanceof Error ? error.message : String(error)).split('\n')[0]
    return { figure: elsewhere, stored: null, note: `${src}: ${reason}` }
  }
}

async function fetchRemote(src: string, { fetch = fetchPicture }: PictureSource): Promise<{ bytes: Buffer; path: null }> {
  return { bytes: await fetch(src), path: null }
}

/** The picture's file: seen from the post, else from the root. Never outside the archive, wherever links lead. */
async function readLocal({ src }: ImportedPicture, postPath: string, root: string): Promise<{ bytes: Buffer; path: string }> {
  const besidePost = `${posix.dirname(postPath)}/`
  const places = src.startsWith(besidePost) ? [src, src.slice(besidePost.length)] : [src]
  for (const path of places) {
    if (path.includes('\0')) continue
    const file = await realpath(join(root, path)).catch(() => null)
    if (file === null) continue
    if (!file.startsWith(root + sep)) throw new Error('leads out of the archive')
    const found = await stat(file)
    if (!found.isFile()) continue
    if (found.size > LARGEST_BYTES) throw new Error(`larger than ${LARGEST_BYTES / 1e6} MB`)
    return { bytes: await readFile(file), path }
  }
  throw new Error('there is no such file in the archive')
}
