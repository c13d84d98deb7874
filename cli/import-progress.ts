import { Presets, SingleBar } from 'cli-progress'
import type { ImportProgress } from '@/server/importer/import-archive'

const LINE_EVERY_MS = 5_000

export interface ProgressView {
  show(progress: Pick<ImportProgress, 'done' | 'total'>): void
  end(): void
}

/** A bar with rate and time left on a terminal; elsewhere a line now and then. */
export function importProgress(out: NodeJS.WriteStream): ProgressView {
  return out.isTTY ? bar(out) : lines(out)
}

function bar(out: NodeJS.WriteStream): ProgressView {
  const format = '{bar} {percentage}% · {value}/{total} · {rate}/s · 剩余 / left {left}'
  const bar = new SingleBar({ stream: out, format, hideCursor: true, clearOnComplete: true, fps: 8 }, Presets.shades_classic)
  const pace = paceMeter()
  let started = false
  return {
    show({ done, total }) {
      if (!started) bar.start(total, 0, pace(done, total))
      started = true
      bar.update(done, pace(done, total))
    },
    end: () => bar.stop(),
  }
}

function lines(out: NodeJS.WriteStream): ProgressView {
  const pace = paceMeter()
  let lastMs = performance.now()
  return {
    show({ done, total }) {
      if (performance.now() - lastMs < LINE_EVERY_MS) return
      lastMs = performance.now()
      const { rate, left } = pace(done, total)
      out.write(`${done}/${total} · ${rate}/s · 剩余 / left ${left}\n`)
    },
    end() {},
  }
}

/** Posts a second since the beginning, and the time left at that pace. */
function paceMeter() {
  const startedMs = performance.now()
  return (done: number, total: number) => {
    const rate = done / Math.max(0.001, (performance.now() - startedMs) / 1000)
    return { rate: Math.round(rate), left: done === 0 ? '…' : duration((total - done) / rate) }
  }
}

function duration(seconds: number): string {
  const whole = Math.ceil(seconds)
  if (whole < 60) return `${whole} s`
  return whole < 3600
    ? `${Math.floor(whole / 60)} min ${whole % 60} s`
    : `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`
}
