import { appendFile, mkdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type ChainHead, headLine, readHead } from '@/newsroom/desk/audit-chain'
import { config } from './config'

/** Where the ends of the record are kept, outside the database, a line each. */
export const headsFile = () => join(config().DATA_DIR, 'audit-heads')

/** All that were kept here, the oldest first. */
export async function readHeads(): Promise<ChainHead[]> {
  const text = await readFile(headsFile(), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })
  // A line that was cut off by a full disk says nothing.
  return text.split('\n').flatMap((line) => readHead(line) ?? [])
}

export async function keepHead(head: ChainHead): Promise<void> {
  await mkdir(dirname(headsFile()), { recursive: true })
  await appendFile(headsFile(), `${headLine(head)}\n`)
}
