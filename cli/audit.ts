// `npm run audit -- verify [--head NUMBER:HASH]`: whether the record of deeds is the one that was written. Exit 0 it is, 2 it is not.
import type { ChainFault, ChainHead } from '@/newsroom/desk/audit-chain'
import { headsFile, readHeads } from '@/server/audit-heads'
import { db } from '@/server/db'
import { verifyAudit } from '@/server/queries/verify-audit'
import { prepareDatabase } from './setup'

const HEAD = /^(\d{1,18}):([0-9a-f]{64})$/
const [command, option, given = '', ...more] = process.argv.slice(2)
const known = HEAD.exec(given)
if (command !== 'verify' || more.length > 0 || (option !== undefined && !(option === '--head' && known))) {
  process.stderr.write('用法 / usage: npm run audit -- verify [--head NUMBER:HASH]\n')
  process.exitCode = 1
} else {
  process.exitCode = await verify(known ? [{ at: new Date(), number: BigInt(known[1] ?? 0), hash: known[2] ?? '' }] : [])
}

async function verify(fromLog: ChainHead[]): Promise<number> {
  const database = await prepareDatabase()
  try {
    const kept = await readHeads()
    const { number, hash, fault } = await verifyAudit(db(), [...kept, ...fromLog])
    process.stdout.write(`${fault ? faultOf(fault) : '记录完整 / the record is whole'}\n`)
    process.stdout.write(`第 1 至 ${number} 条相符 / entries 1 to ${number} are as they were written\n`)
    if (hash) process.stdout.write(`${number}:${hash}\n`)
    process.stdout.write(`${headsFile()}: ${kept.length} 处存证 / ends kept\n`)
    return fault ? 2 : 0
  } finally {
    await database.release()
  }
}

function faultOf(fault: ChainFault): string {
  const { number, entryId } = fault
  if (fault.kind === 'slipped-in') return `编号 ${entryId} 不在链上 / the entry with id ${entryId} came in past the chain`
  const entry =
    entryId === null ? `第 ${number} 条 / entry ${number}` : `第 ${number} 条（编号 ${entryId}）/ entry ${number} (id ${entryId})`
  if (fault.kind === 'deleted') return `${entry}: 已被删除 / was deleted`
  if (fault.kind === 'changed') return `${entry}: 内容或次序被改动 / was changed, or does not stand where it stood`
  const since = fault.head.at.toISOString()
  if (fault.kind === 'rewritten')
    return `${entry}: 与 ${since} 的存证不符，此前有改写 / is not what it was on ${since}: something up to it was rewritten`
  return `${entry}: 记录被截断，${since} 时有 ${fault.head.number} 条 / is missing, with all after it: on ${since} there were ${fault.head.number}`
}
