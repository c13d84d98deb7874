import cluster, { type Worker } from 'node:cluster'
import { AggregatorRegistry, type Registry } from 'prom-client'

/** Of one process, as it goes from process to process. */
type Figures = Awaited<ReturnType<Registry['getMetricsAsJSON']>>

type Message =
  /** a serving process to the primary: somebody wants the metrics of all of you */
  | { metrics: 'wanted'; by: number }
  /** the primary to each of them, and what they answer */
  | { metrics: 'asked'; of: number }
  | { metrics: 'figures'; of: number; figures: Figures }
  /** the primary to whoever wanted them */
  | { metrics: 'all'; by: number; text: string }

/** One that does not answer by then is left out: it may be dying. */
const LIMIT_MS = 1_000

const isMessage = (message: unknown): message is Message =>
  typeof message === 'object' && message !== null && 'metrics' in message

/** In a serving process: the metrics of the whole machine, whichever process a scrape reaches. */
export function openClusterScrape(registry: Registry): () => Promise<string> {
  if (!cluster.isWorker) return () => registry.metrics()
  const waiting = new Map<number, (text: string) => void>()
  let scrapes = 0
  process.on('message', (message) => {
    if (!isMessage(message)) return
    if (message.metrics === 'asked') void answer(message.of, registry)
    if (message.metrics === 'all') waiting.get(message.by)?.(message.text)
  })
  return async () => {
    const by = scrapes++
    const late = new AbortController()
    try {
      return await new Promise<string>((resolve) => {
        waiting.set(by, resolve)
        setTimeout(async () => late.signal.aborted || resolve(await registry.metrics()), 2 * LIMIT_MS).unref()
        process.send?.({ metrics: 'wanted', by } satisfies Message)
      })
    } finally {
      late.abort()
      waiting.delete(by)
    }
  }
}

async function answer(of: number, registry: Registry): Promise<void> {
  process.send?.({ metrics: 'figures', of, figures: await registry.getMetricsAsJSON() } satisfies Message)
}

/** In the primary process: puts together what all processes say, its own figures among them. */
export function answerClusterScrapes(own: Registry): void {
  const asked = new Map<number, (worker: Worker, figures: Figures) => void>()
  let rounds = 0
  const gather = async (): Promise<Figures[]> => {
    const of = rounds++
    const workers = new Set(Object.values(cluster.workers ?? {}).filter((worker) => worker?.isConnected()))
    const told: Figures[] = []
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, LIMIT_MS)
      asked.set(of, (worker, figures) => {
        told.push(figures)
        workers.delete(worker)
        if (workers.size > 0) return
        clearTimeout(timer)
        resolve()
      })
      for (const worker of workers) worker?.send({ metrics: 'asked', of } satisfies Message)
    })
    asked.delete(of)
    return [...told, await own.getMetricsAsJSON()]
  }
  cluster.on('message', (worker: Worker, message: unknown) => {
    if (!isMessage(message)) return
    if (message.metrics === 'figures') asked.get(message.of)?.(worker, message.figures)
    if (message.metrics === 'wanted') {
      void gather().then(async (figures) => {
        const text = await AggregatorRegistry.aggregate(figures).metrics()
        if (worker.isConnected()) worker.send({ metrics: 'all', by: message.by, text } satisfies Message)
      })
    }
  })
}
