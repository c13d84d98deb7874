import { parentPort } from 'node:worker_threads'
import { readFiles } from './read-files'
import type { ReadJob } from './read-job'

/** A thread that reads: it says that it is there, then jobs come in and read files go out. */
parentPort?.on('message', (job: ReadJob) => parentPort?.postMessage(readFiles(job)))
parentPort?.postMessage('ready')
