// Loaded before every command, by start.mjs.
import cluster from 'node:cluster'
import { setSourceMapsSupport } from 'node:module'
import { isMainThread } from 'node:worker_threads'

/** What the operator can mend is printed as it is; anything else is a bug and shows where it happened. */
const FOR_OPERATORS = ['ConfigError', 'SetupError']
/** Ctrl-C comes from the terminal and again from npm, a stop from systemd to every process of the service: one wish. */
const SAME_WISH_MS = 1_000

// tsx asks for maps of everything; those of packages are read for nothing.
setSourceMapsSupport(true, { nodeModules: false })

if (isMainThread && !cluster.isWorker) {
  process.on('uncaughtException', (error) => {
    process.stderr.write(`${FOR_OPERATORS.includes(error?.name) ? error.message : (error?.stack ?? error)}\n`)
    process.exit(1)
  })
  hearSignalsOnce()
}

function hearSignalsOnce() {
  const emit = process.emit
  const heard = new Map()
  /** @type {typeof process.emit} */
  process.emit = function once(name, ...rest) {
    if (name === 'SIGINT' || name === 'SIGTERM') {
      const now = performance.now()
      const before = heard.get(name)
      heard.set(name, now)
      if (before !== undefined && now - before < SAME_WISH_MS) return true
    }
    return Reflect.apply(emit, this, [name, ...rest])
  }
}
