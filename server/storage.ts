import type { Readable } from 'node:stream'
import { config } from './config'
import { FOLDER } from './media-folder'

/** Where pictures are kept. A key names its content, so what is there is never written twice. */
export interface MediaStore {
  put(key: string, bytes: Uint8Array): Promise<void>
  /** from a file of this machine, which stays */
  putFile(key: string, path: string): Promise<void>
  /** throws where there is none */
  get(key: string): Promise<Buffer>
  has(key: string): Promise<boolean>
  remove(key: string): Promise<void>
  /** every key there is, some hundreds at a time */
  list(): AsyncIterable<string[]>
  /** since it was put there last, whether it was there before or not; null: it is not there */
  ageMs(key: string): Promise<number | null>
  /** rejects where nothing can be kept now */
  check(): Promise<void>
  /** for whoever serves it; null: there is none */
  place(key: string): Promise<MediaPlace | null>
}

/** A file of this machine, which may be missing, or bytes that come from elsewhere. */
export type MediaPlace = { path: string } | RemoteMedia

export interface RemoteMedia {
  sizeBytes: number
  /** of the bytes, without quotes */
  version: string
  /** `part`: both ends included; all of it unless told */
  open(part?: { start: number; end: number }): Promise<Readable>
}

const HOME = Symbol.for('broadsheet.storage')
const home = globalThis as { [HOME]?: Promise<MediaStore> }

/** The folder in DATA_DIR, or the bucket of STORAGE_URL. Its client is loaded only where there is one. */
async function store(): Promise<MediaStore> {
  const { STORAGE_URL } = config()
  if (!STORAGE_URL) return FOLDER
  home[HOME] ??= import('./media-bucket').then(({ openBucket }) => openBucket(STORAGE_URL))
  return await home[HOME]
}

/** Stores bytes under a key that names their content. */
export const putMedia = async (key: string, bytes: Uint8Array): Promise<void> => await (await store()).put(key, bytes)
export const putMediaFile = async (key: string, path: string): Promise<void> => await (await store()).putFile(key, path)
export const getMedia = async (key: string): Promise<Buffer> => await (await store()).get(key)
export const hasMedia = async (key: string): Promise<boolean> => await (await store()).has(key)
export const removeMedia = async (key: string): Promise<void> => await (await store()).remove(key)
/** Every key there is, some hundreds at a time. */
export async function* listMedia(): AsyncIterable<string[]> {
  yield* (await store()).list()
}
export const ageOfMedia = async (key: string): Promise<number | null> => await (await store()).ageMs(key)
export const checkStorage = async (): Promise<void> => await (await store()).check()
export const placeOfMedia = async (key: string): Promise<MediaPlace | null> => await (await store()).place(key)
