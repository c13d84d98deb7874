// For bench/desk-list.ts: fills an empty database from a file of SQL, asks for the desk's articles as often as told, and
// prints how long each answer took. `desk-times FILE.sql CASES.json ROUNDS`
import { readFileSync } from 'node:fs'
import { readFilter } from '@/newsroom/desk/article-filter'
import type { StaffActor } from '@/newsroom/desk/staff'
import { db } from '@/server/db'
import { listDeskArticles } from '@/server/queries/list-desk-articles'
import { cpuTime } from './cpu-time'
import { fillBySql } from './fill-by-sql'
import { prepareDatabase } from './setup'

interface Case {
  who: Pick<StaffActor, 'id' | 'role' | 'desk'>
  /** as in the list's address */
  filter: string
}

const DEEP_PAGES = 3
const [sqlFile = '', casesFile = '', rounds = '10'] = process.argv.slice(2)
const cases = JSON.parse(readFileSync(casesFile, 'utf8')) as Case[]

const prepared = await prepareDatabase()
let backend = 0
try {
  await fillBySql(sqlFile)
  const [own] = await db().$queryRaw<{ pid: number }[]>`SELECT pg_backend_pid() AS "pid"`
  backend = own?.pid ?? 0
  for (const each of cases) await measure(each)
} finally {
  await prepared.release()
}

/** Each round asks for the first page and follows the list for some more; the first round only warms up. */
async function measure({ who, filter: address }: Case): Promise<void> {
  const actor: StaffActor = { kind: 'staff', name: who.id, address: null, userAgent: null, ...who }
  const filter = readFilter(Object.fromEntries(new URLSearchParams(address)))
  const [first, deep]: [number[], number[]] = [[], []]
  let found = ''
  let cpuBefore = 0
  for (let round = 0; round <= Number(rounds); round++) {
    let before: string | undefined
    if (round === 1) cpuBefore = cpuTime(backend)
    for (let page = 0; page <= DEEP_PAGES; page++) {
      const start = performance.now()
      const list = await listDeskArticles(actor, filter, { before })
      const ms = performance.now() - start
      if (round > 0) (page === 0 ? first : deep).push(ms)
      if (page === 0) found = `${list.count.n}${list.count.capped ? '+' : ''}`
      if (list.older === null) break
      before = list.older
    }
  }
  const cpu = (cpuTime(backend) - cpuBefore) / (first.length + deep.length)
  process.stdout.write(`${JSON.stringify({ role: who.role, filter: address, found, first, deep, cpu })}\n`)
}
