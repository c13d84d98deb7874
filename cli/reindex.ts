// `npm run reindex [-- --all]`: makes the entries of the search index that are missing or old, or all of them, while the site runs,
// then puts articles that were never compared into stories. Stopped, it goes on where it was; several at once, and the site's own
// loop, share the work.
import { fillSearch, markOldEntries, settleSearch, staleCount } from '@/server/commands/fill-search'
import { fillStories, uncomparedCount } from '@/server/commands/fill-stories'
import { importProgress } from './import-progress'
import { prepareDatabase } from './setup'

const [option, ...more] = process.argv.slice(2)
if (more.length > 0 || (option !== undefined && option !== '--all')) {
  process.stderr.write('用法 / usage: npm run reindex [-- --all]\n')
  process.exitCode = 1
} else {
  process.exitCode = await reindex(option === '--all')
}

async function reindex(all: boolean): Promise<number> {
  const stop = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => stop.abort())
  const database = await prepareDatabase()
  const progress = importProgress(process.stderr)
  try {
    await markOldEntries(all)
    const total = await staleCount()
    let done = 0
    for (let count = 1; count > 0 && !stop.signal.aborted; done += count) {
      count = await fillSearch()
      // Others may have a hand in it: what is left says more than what this process did.
      progress.show({ done: Math.min(total, done + count), total })
    }
    await settleSearch()
    progress.end()
    const left = await staleCount()
    const words = left > 0 ? `，余 ${left} 篇 / ${left} are left` : ''
    process.stdout.write(`已更新 ${done} 篇文章的检索 / ${done} articles can be found as they are${words}\n`)
    await compare(stop.signal)
    return left > 0 && stop.signal.aborted ? 1 : 0
  } finally {
    progress.end()
    await database.release()
  }
}

async function compare(stop: AbortSignal): Promise<void> {
  const total = await uncomparedCount()
  if (total === 0) return
  const progress = importProgress(process.stderr)
  let done = 0
  for (let last: string | null = ''; last !== null && !stop.aborted; ) {
    const filled = await fillStories(last)
    last = filled.last
    done += filled.count
    progress.show({ done: Math.min(total, done), total })
  }
  progress.end()
  process.stdout.write(`已比对 ${done} 篇文章 / ${done} articles compared\n`)
}
