// Loaded before every command. What the operator can mend is printed as it is; anything else is a bug and shows where it
// happened.
import cluster from 'node:cluster'
import { isMainThread } from 'node:worker_threads'

if (isMainThread && !cluster.isWorker) {
  process.on('uncaughtException', (error) => {
    const text = ['ConfigError', 'SetupError'].includes(error?.name) ? error.message : (error?.stack ?? String(error))
    process.stderr.write(`${text}\n`)
    process.exit(1)
  })
}
