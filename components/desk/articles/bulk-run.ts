'use client'
import { unstable_rethrow } from 'next/navigation'
import { useRef, useState } from 'react'
import type { DeskArticleRow } from '@/newsroom/desk/article-list'
import type { BulkDeed } from '@/newsroom/desk/bulk-deed'
import { type Outcome, refused } from '@/newsroom/desk/outcome'

export type BulkAction = (articleId: string, deed: BulkDeed) => Promise<Outcome<{ changed: boolean }>>

export interface BulkRun {
  state: 'idle' | 'running' | 'over'
  results: ReadonlyMap<string, Outcome<{ changed: boolean }>>
  start(articles: readonly DeskArticleRow[], deed: BulkDeed): Promise<void>
  /** after the one under way */
  stop(): void
}

/** Does a deed to articles one by one, so that each succeeds or fails by itself; a lost connection stops it. */
export function useBulkRun(bulk: BulkAction): BulkRun {
  const [state, setState] = useState<BulkRun['state']>('idle')
  const [results, setResults] = useState<BulkRun['results']>(new Map())
  const stopped = useRef(false)

  const start = async (articles: readonly DeskArticleRow[], deed: BulkDeed) => {
    stopped.current = false
    setState('running')
    for (const { id } of articles) {
      if (stopped.current) break
      const outcome = await bulk(id, deed).catch((error: unknown) => {
        unstable_rethrow(error)
        stopped.current = true
        return refused({ code: 'unreachable' })
      })
      setResults((before) => new Map(before).set(id, outcome))
    }
    setState('over')
  }
  return {
    state,
    results,
    start,
    stop: () => {
      stopped.current = true
    },
  }
}
