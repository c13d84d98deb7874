import type { Fault } from '@/newsroom/desk/outcome'
import type { PickedMedia } from '@/newsroom/desk/picked-media'
import { LARGEST_UPLOAD_BYTES } from '@/newsroom/desk/picture-file'

/** Why a picture was not taken; the message is a sentence where the server said one. */
export class UploadRefused extends Error {
  constructor(
    readonly faults: readonly Fault[],
    message = '',
  ) {
    super(message)
  }
}

export interface UploadOptions {
  /** told 0 to 1 */
  onProgress?: ((done: number) => void) | undefined
  /** gives it up */
  signal?: AbortSignal | undefined
}

const TRIES = 4
const PAUSES_MS = [1_000, 3_000, 8_000]
/** The server cannot now; the same picture sent again is stored once, so trying again does no harm. */
const PASSING = new Set([0, 502, 503, 504])

/** Sends a picture to the library; the same file again answers the same picture. Rejects with UploadRefused. */
export async function sendPicture(file: File, { onProgress, signal }: UploadOptions = {}): Promise<PickedMedia> {
  if (file.size > LARGEST_UPLOAD_BYTES)
    throw new UploadRefused([{ code: 'media.large', params: { most: LARGEST_UPLOAD_BYTES / 2 ** 20 } }])
  for (let attempt = 0; ; attempt++) {
    signal?.throwIfAborted()
    const { status, answer } = await send(file, onProgress, signal)
    if (answer?.media) return answer.media
    if (!PASSING.has(status) || attempt === TRIES - 1)
      throw new UploadRefused(answer?.errors ?? [{ code: 'unreachable' }], answer?.message)
    await pause(PAUSES_MS[attempt] ?? 0, signal)
  }
}

/** The same for the editor: one picture, its progress. */
export const uploadPicture = async (file: File, onProgress?: (done: number) => void): Promise<PickedMedia> =>
  await sendPicture(file, { onProgress })

interface Answer {
  media?: PickedMedia
  errors?: Fault[]
  message?: string
}

/** Status 0: nothing came back. */
function send(
  file: File,
  onProgress?: (done: number) => void,
  signal?: AbortSignal,
): Promise<{ status: number; answer: Answer | null }> {
  return new Promise((resolve, reject) => {
    // fetch cannot tell how far an upload is.
    const request = new XMLHttpRequest()
    const abort = () => request.abort()
    request.open('POST', '/admin/media/upload')
    request.setRequestHeader('X-File-Name', encodeURIComponent(file.name.toWellFormed()))
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => onProgress?.(total > 0 ? loaded / total : 0)
    request.onload = () => resolve({ status: request.status, answer: request.response as Answer | null })
    request.onerror = () => resolve({ status: 0, answer: null })
    request.onabort = () => reject(signal?.reason ?? new DOMException('', 'AbortError'))
    request.onloadend = () => signal?.removeEventListener('abort', abort)
    signal?.addEventListener('abort', abort)
    request.send(file)
  })
}

async function pause(ms: number, signal?: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal?.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
