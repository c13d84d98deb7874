import { Counter, Gauge, type Registry } from 'prom-client'

/** How a number is put together where several processes serve. */
type Together = 'sum' | 'min' | 'max'
export type Row = [labels: Record<string, string>, value: number]

const full = (name: string) => `broadsheet_${name}`

/** A number that is read when somebody asks for it. */
export function gauge(registry: Registry, name: string, help: string, read: () => number, aggregator: Together = 'sum'): void {
  new Gauge({
    ...{ name: full(name), help, registers: [registry], aggregator },
    collect() {
      this.set(read())
    },
  })
}

/** A sum that is kept elsewhere. */
export function counter(registry: Registry, name: string, help: string, read: () => number): void {
  new Counter({
    ...{ name: full(name), help, registers: [registry] },
    collect() {
      this.reset()
      this.inc(read())
    },
  })
}

export interface Labelled {
  registry: Registry
  name: string
  help: string
  labelNames: string[]
  rows: () => Row[] | Promise<Row[]>
}

/** Numbers by labels, of which there are few: nothing that a visitor can make up. */
export function gauges({ registry, name, help, labelNames, rows }: Labelled): void {
  new Gauge({
    ...{ name: full(name), help, registers: [registry], labelNames },
    async collect() {
      const now = await rows()
      this.reset()
      for (const [labels, value] of now) this.set(labels, value)
    },
  })
}

export function counters({ registry, name, help, labelNames, rows }: Labelled): void {
  new Counter({
    ...{ name: full(name), help, registers: [registry], labelNames },
    async collect() {
      const now = await rows()
      this.reset()
      for (const [labels, value] of now) this.inc(labels, value)
    },
  })
}
