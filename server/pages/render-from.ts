import type { PrimaryPosition } from '@/server/bus'
import type { ReadSource } from '@/server/render-scope'
import type { Render, Rendered } from './render'

/** A database beside the primary, which hears how it was of use. */
interface ReadReplica extends ReadSource {
  served(): void
  failed(): void
}

/** The databases beside the primary, and what they must have before a page is read there. */
export interface ReadSources {
  count: number
  note(primary: PrimaryPosition | null, of: 'change' | 'ping'): void
  choose(): ReadReplica | null
  /** for when the primary cannot be read */
  standIn(): ReadReplica | null
  readonly ready: number
  readonly reads: number
}

/**
 * Reads each page where it may be read. What cannot be had there is had from the primary, and the other way round: no reader sees an
 * error of one of them. While it is not sure that every change was heard of, only the primary is true.
 */
export function renderFrom(sources: ReadSources, render: Render, isSure = () => true): (key: string) => Promise<Rendered> {
  const attempt = async (key: string, replica: ReadReplica | null): Promise<Rendered | null> => {
    const rendered = replica && (await render(key, replica).catch(() => null))
    if (!rendered || !isWell(rendered)) return null
    replica.served()
    return rendered
  }
  return async (key) => {
    const replica = isSure() ? sources.choose() : null
    const read = await attempt(key, replica)
    if (read) return read
    const instead = async () => (replica ? null : await attempt(key, sources.standIn()))
    try {
      const rendered = await render(key)
      if (!isWell(rendered)) return (await instead()) ?? rendered
      replica?.failed()
      return rendered
    } catch (error) {
      const read = await instead()
      if (read) return read
      throw error
    }
  }
}

/** 503 is an answer: so many search that nobody else can. */
const isWell = ({ status }: Rendered) => status < 500 || status === 503
