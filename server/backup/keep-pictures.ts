import { SetupError } from '@/server/setup-error'
import { putMedia, removeMedia } from '@/server/storage'
import { sha256 } from './entry-hash'
import { readMedia } from './write-media'

const AT_ONCE = 6

/** Puts pictures where they are kept, some at a time, and reads each again: what is there is what was in the backup. */
export class PictureKeeper {
  readonly #under = new Set<Promise<void>>()
  #fault: unknown = null

  async add(key: string, bytes: Buffer): Promise<void> {
    this.#mustBeWell()
    const kept = keep(key, bytes).catch((error: unknown) => {
      this.#fault ??= error
    })
    const done = kept.finally(() => this.#under.delete(done))
    this.#under.add(done)
    if (this.#under.size >= AT_ONCE) await Promise.race(this.#under)
  }

  async finish(): Promise<void> {
    await Promise.all(this.#under)
    this.#mustBeWell()
  }

  #mustBeWell(): void {
    if (this.#fault !== null) throw this.#fault
  }
}

/** A key names its content: what is there already stays, unless it is not what it should be. */
async function keep(key: string, bytes: Buffer): Promise<void> {
  const wanted = sha256(bytes)
  const found = await readMedia(key)
  if (found && sha256(found) === wanted) return
  if (found) await removeMedia(key)
  await putMedia(key, bytes)
  const kept = await readMedia(key)
  if (!kept || sha256(kept) !== wanted)
    throw new SetupError(
      `图片 ${key} 存入后与备份不同，已撤销恢复 / the picture ${key} is another once stored: nothing was restored`,
    )
}
