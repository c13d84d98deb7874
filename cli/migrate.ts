import { directDatabaseUrl } from '@/server/database-url'
import { createMigration, deployMigrations, migrationStatus, resolveMigration, schemaDrift } from '@/server/migrations'
import { prepareDatabaseServer } from './setup'

const USAGE = 'npm run migrate -- deploy | status | check | dev NAME | resolve-applied NAME | resolve-rolled-back NAME'

/** Each answers the exit code: 0 well, 1 not, 64 used wrongly. */
const ACTIONS: Record<string, (url: string, name: string) => Promise<number>> = {
  async deploy(url) {
    const applied = await deployMigrations(url)
    console.log(applied.length > 0 ? `applied: ${applied.join(', ')}` : 'nothing to apply')
    return 0
  },
  async status(url) {
    const lines = Object.entries(await migrationStatus(url)).filter(([, names]) => names.length > 0)
    for (const [state, names] of lines) console.log(`${state}: ${names.join(', ')}`)
    if (lines.length === 0) console.log('the database is up to date')
    return lines.length === 0 ? 0 : 1
  },
  async check(url) {
    const drift = await schemaDrift(url)
    console.log(drift ?? 'the migrations lead to schema.prisma')
    return drift === null ? 0 : 1
  },
  async dev(url, name) {
    if (!/^[a-z0-9_]+$/.test(name)) return misused()
    const made = await createMigration(url, name)
    if (made.state === 'in-sync') console.log('schema.prisma says nothing new')
    else if (made.state === 'must-reset') console.error(`this database cannot follow: ${made.reason}`)
    else console.log([`created and applied: ${made.name}`, ...made.warnings.map((text) => `warning: ${text}`)].join('\n'))
    return made.state === 'must-reset' ? 1 : 0
  },
  'resolve-applied': (url, name) => resolve(url, name, 'applied'),
  'resolve-rolled-back': (url, name) => resolve(url, name, 'rolled-back'),
}

async function resolve(url: string, name: string, as: 'applied' | 'rolled-back'): Promise<number> {
  if (!name) return misused()
  await resolveMigration(url, name, as)
  console.log(`${name} counts as ${as}`)
  return 0
}

function misused(): number {
  console.error(`usage: ${USAGE}`)
  return 64
}

const [wanted = '', name = ''] = process.argv.slice(2)
const action = ACTIONS[wanted]
if (!action) process.exitCode = misused()
else {
  const server = await prepareDatabaseServer()
  try {
    process.exitCode = await action(directDatabaseUrl(), name)
  } finally {
    await server.release()
  }
}
