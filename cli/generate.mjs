import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const CLIENT = join('generated', 'prisma', 'client.ts')
const MADE_FROM = join('generated', 'made-from')

/**
 * Makes Prisma's client from the schema, unless the one there was made from this very schema by this very Prisma.
 * Plain JavaScript, since nothing in TypeScript that needs the client can load before it. Runs in the project's folder.
 * @param {string} node the Node to run Prisma on
 */
export function generateClient(node = process.execPath) {
  const prisma = readFileSync(join('node_modules', 'prisma', 'package.json'), 'utf8')
  const made = createHash('sha256')
    .update(prisma)
    .update(readFileSync(join('prisma', 'schema.prisma')))
    .digest('hex')
  if (existsSync(CLIENT) && existsSync(MADE_FROM) && readFileSync(MADE_FROM, 'utf8') === made) return
  // Named here, Prisma does not try to download its native schema engine, which generating never runs.
  const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: node, PRISMA_HIDE_UPDATE_MESSAGE: '1', CHECKPOINT_DISABLE: '1' }
  const args = [join('node_modules', 'prisma', 'build', 'index.js'), 'generate', '--schema', join('prisma', 'schema.prisma')]
  const { status, stdout, stderr } = spawnSync(node, args, { env, encoding: 'utf8' })
  if (status !== 0) throw new Error(`the database client could not be generated:\n${stdout}${stderr}`)
  mkdirSync('generated', { recursive: true })
  writeFileSync(MADE_FROM, made)
}
