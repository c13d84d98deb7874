/** What an upload may be: by its content, whatever it is called. */
export type PictureKind = 'jpeg' | 'png' | 'webp' | 'gif' | 'avif'

export const LARGEST_UPLOAD_BYTES = 40 * 2 ** 20
/** Any camera's picture, no decompression bomb; of a moving picture all frames together. */
export const MOST_PIXELS = 50_000_000
/** How much of a file's beginning and end `hiddenCode` wants to see. */
export const EDGE_BYTES = 64 * 1024

export const MIME_TYPES: Record<PictureKind, string> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
  avif: 'image/avif',
}

/** Which picture a file begins like; null: none of those we take. */
export function kindOf(head: Uint8Array): PictureKind | null {
  const text = latin(head.subarray(0, 32))
  if (text.startsWith('\xff\xd8\xff')) return 'jpeg'
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'png'
  if (text.startsWith('GIF87a') || text.startsWith('GIF89a')) return 'gif'
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'webp'
  return text.slice(4, 8) === 'ftyp' && /^avi[fs]/.test(text.slice(8)) ? 'avif' : null
}

// What a browser, a reader of PDF, or a server would run if it took the picture for something else.
const MARKUP = /<(?:!doctype|html|head|body|script|svg|iframe|object|embed|\?php)[\s>/]/i
const PDF = '%PDF-'
/** A ZIP (and so a JAR) is read from its end: this, and 18 bytes of which the last two are the length of a comment. */
const ZIP_END = 'PK\x05\x06'

/** Whether a picture is something else at the same time: a page, a script, a document, an archive. */
export function hiddenCode(head: Uint8Array, tail: Uint8Array): boolean {
  const [beginning, end] = [latin(head), latin(tail)]
  return MARKUP.test(beginning) || MARKUP.test(end) || beginning.slice(0, 1024).includes(PDF) || isZip(end)
}

function isZip(end: string): boolean {
  const at = end.lastIndexOf(ZIP_END)
  return at >= 0 && at + 22 + end.charCodeAt(at + 20) + 256 * end.charCodeAt(at + 21) === end.length
}

/** A character a byte: TextDecoder reads some bytes as Windows does. */
function latin(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return text
}
