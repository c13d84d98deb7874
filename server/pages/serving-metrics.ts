import { subscribe } from 'node:diagnostics_channel'
import { Histogram, type Registry } from 'prom-client'
import { CHANGES, type ChangesHeard } from '@/server/told'
import type { Counters, Kind } from './counters'
import { counter, counters as countersOf, gauge, type Row } from './metric'
import type { PageMaker } from './page-maker'
import type { PageStore } from './page-store'

export interface ServingSources {
  counters: Counters
  store: Pick<PageStore, 'size' | 'sizeBytes' | 'invalidations'>
  maker: Pick<PageMaker, 'renders' | 'failures' | 'waiting'>
  bus: { readonly listening: boolean; readonly position: bigint }
  /** databases beside the primary */
  sources: { readonly ready: number; readonly reads: number }
}

export interface Times {
  /** a request that no kept page answered */
  answered: (kind: Kind, seconds: number) => void
  /** a kept page handed to its socket: one of many, see handler.ts */
  hit: (seconds: number) => void
  rendered: (kind: Kind, seconds: number) => void
}

const CLASSES = ['', '1xx', '2xx', '3xx', '4xx', '5xx']

/** What a process that serves can say: requests, kept pages, renders, the bus. */
export function addServingMetrics(registry: Registry, { counters, store, maker, bus, sources }: ServingSources): void {
  counter(registry, 'requests_total', 'Requests taken.', () => counters.requests)
  countersOf({
    registry,
    name: 'answers_total',
    help: 'Answers, by kind of address and class of status.',
    labelNames: ['kind', 'class'],
    rows: () => [...counters.answers].flatMap(([kind, row]) => rowsOf(kind, row)),
  })
  counter(registry, 'page_hits_total', 'Answers from kept pages.', () => counters.hits)
  counter(registry, 'page_misses_total', 'Pages asked for that were not kept.', () => counters.misses)
  const stale = 'Last good pages sent because none could be rendered.'
  counter(registry, 'stale_answers_total', stale, () => counters.stale)
  countersOf({
    registry,
    name: 'plain_answers_total',
    help: 'Answers in the page server’s own words, errors most of them.',
    labelNames: ['status'],
    rows: () => Object.entries(counters.plain).map(([status, value]) => [{ status }, value]),
  })
  counter(registry, 'renders_total', 'Pages rendered.', () => maker.renders)
  counter(registry, 'render_failures_total', 'Renders that failed.', () => maker.failures)
  gauge(registry, 'renders_waiting', 'Renders that wait for a place.', () => maker.waiting)
  gauge(registry, 'kept_pages', 'Pages kept.', () => store.size)
  gauge(registry, 'kept_bytes', 'Bytes of kept pages, their index included.', () => store.sizeBytes)
  gauge(registry, 'bus_listening', 'Whether every process hears of changes.', () => (bus.listening ? 1 : 0), 'min')
  gauge(registry, 'bus_position', 'The highest event heard of.', () => Number(bus.position), 'max')
  gauge(registry, 'replicas_ready', 'Replicas that have all a reader must see.', () => sources.ready)
  counter(registry, 'replica_renders_total', 'Pages read from a replica.', () => sources.reads)
  counter(registry, 'invalidations_total', 'Calls that dropped pages.', () => store.invalidations)
}

/** Where what takes time is told. */
export function openTimes(registry: Registry): Times {
  const registers = [registry]
  const requests = new Histogram({
    name: 'broadsheet_request_seconds',
    help: 'Requests that no kept page answered, until the last byte.',
    labelNames: ['kind'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers,
  })
  const hits = new Histogram({
    name: 'broadsheet_hit_seconds',
    help: 'Kept pages, until they are handed to the socket: one in 64 is timed.',
    buckets: [0.00001, 0.000025, 0.00005, 0.0001, 0.00025, 0.0005, 0.001, 0.01],
    registers,
  })
  const renders = new Histogram({
    name: 'broadsheet_render_seconds',
    help: 'Renders by Next, without the wait for a place.',
    labelNames: ['kind'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers,
  })
  const delays = new Histogram({
    name: 'broadsheet_invalidation_seconds',
    help: 'From a change put down until its pages are dropped here, by the database’s clock.',
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers,
  })
  subscribe(CHANGES, (message) => {
    for (const seconds of (message as ChangesHeard).delaysSeconds) delays.observe(seconds)
  })
  return {
    answered: (kind, seconds) => requests.observe({ kind }, seconds),
    hit: (seconds) => hits.observe(seconds),
    rendered: (kind, seconds) => renders.observe({ kind }, seconds),
  }
}

const rowsOf = (kind: Kind, row: Float64Array): Row[] =>
  CLASSES.flatMap((name, at) => (row[at] ? [[{ kind, class: name }, row[at]] satisfies Row] : []))
