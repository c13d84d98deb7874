'use client'
import { useCallback, useRef, useState } from 'react'
import { randomKey } from '@/components/desk/random-key'
import type { Fault } from '@/newsroom/desk/outcome'
import type { PickedMedia } from '@/newsroom/desk/picked-media'
import { sendPicture, UploadRefused } from './upload-picture'

export interface UploadUnderWay {
  key: string
  name: string
  /** 0 to 1 */
  done: number
  state: 'waiting' | 'sending' | 'done' | 'refused'
  faults: readonly Fault[]
  file: File
}

/** So many are sent at once; the others wait. */
const AT_ONCE = 2

/** Sends pictures to the library, several at a time, each with its progress and its own fault. */
export function useUploads(onPicture: (picture: PickedMedia) => void) {
  const [uploads, setUploads] = useState<readonly UploadUnderWay[]>([])
  const waiting = useRef<UploadUnderWay[]>([])
  const running = useRef(new Map<string, AbortController>())
  const told = useRef(onPicture)
  told.current = onPicture

  const change = useCallback((key: string, changed: Partial<UploadUnderWay>) => {
    setUploads((before) => before.map((upload) => (upload.key === key ? { ...upload, ...changed } : upload)))
  }, [])

  const next = useCallback(() => {
    while (running.current.size < AT_ONCE) {
      const upload = waiting.current.shift()
      if (!upload) return
      const { key, file } = upload
      const giveUp = new AbortController()
      running.current.set(key, giveUp)
      change(key, { state: 'sending', done: 0, faults: [] })
      sendPicture(file, { signal: giveUp.signal, onProgress: (done) => change(key, { done }) })
        .then((picture) => {
          change(key, { state: 'done', done: 1 })
          told.current(picture)
        })
        .catch((error: unknown) => {
          if (giveUp.signal.aborted) return
          change(key, { state: 'refused', faults: error instanceof UploadRefused ? error.faults : [{ code: 'unreachable' }] })
        })
        .finally(() => {
          running.current.delete(key)
          next()
        })
    }
  }, [change])

  const add = useCallback(
    (files: Iterable<File>) => {
      const fresh = [...files].map((file): UploadUnderWay => {
        const key = randomKey()
        return { key, name: file.name, done: 0, state: 'waiting', faults: [], file }
      })
      waiting.current.push(...fresh)
      setUploads((before) => [...before.filter(({ state }) => state !== 'done'), ...fresh])
      next()
    },
    [next],
  )
  const remove = useCallback((key: string) => {
    waiting.current = waiting.current.filter((upload) => upload.key !== key)
    running.current.get(key)?.abort()
    setUploads((before) => before.filter((upload) => upload.key !== key))
  }, [])
  const retry = useCallback(
    (upload: UploadUnderWay) => {
      waiting.current.push(upload)
      change(upload.key, { state: 'waiting' })
      next()
    },
    [change, next],
  )
  return { uploads, add, remove, retry }
}
