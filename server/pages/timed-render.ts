import { pathForLog } from '@/newsroom/log-line'
import { readAddress } from '@/newsroom/page-address'
import { inSpan } from '@/server/trace'
import type { Rendered } from './render'
import type { Times } from './serving-metrics'

/** Renders, and tells how long it took: to the metrics, and to whoever wants traces. */
export function timedRender(
  render: (key: string) => Promise<Rendered>,
  times: Pick<Times, 'rendered'>,
): (key: string) => Promise<Rendered> {
  return async (key) => {
    const address = readAddress(key)
    const kind = address.way === 'page' ? address.section : 'other'
    const startedMs = performance.now()
    try {
      return await inSpan('render', { 'url.path': pathForLog(key), 'broadsheet.kind': kind }, () => render(key))
    } finally {
      times.rendered(kind, (performance.now() - startedMs) / 1_000)
    }
  }
}
