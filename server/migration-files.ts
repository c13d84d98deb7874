import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MigrationList } from '@prisma/schema-engine-wasm'

const folder = () => join(process.cwd(), 'prisma', 'migrations')

export function schemaText(): string {
  return readFileSync(join(process.cwd(), 'prisma', 'schema.prisma'), 'utf8')
}

/** The migrations of this version of Broadsheet, oldest first, as the schema engine wants them. */
export function readMigrations(): MigrationList {
  const names = readdirSync(folder(), { withFileTypes: true }).filter((entry) => entry.isDirectory())
  return {
    baseDir: folder(),
    lockfile: { path: 'migration_lock.toml', content: readFileSync(join(folder(), 'migration_lock.toml'), 'utf8') },
    shadowDbInitScript: '',
    migrationDirectories: names
      .map(({ name }) => name)
      .sort()
      .map((name) => ({ path: name, migrationFile: { path: 'migration.sql', content: readMigration(name) } })),
  }
}

/** Oldest first. */
export const migrationNames = (): string[] => readMigrations().migrationDirectories.map(({ path }) => path)

export function migrationScript(name: string): string {
  const { tag, value } = readMigration(name)
  if (tag === 'error') throw new Error(value)
  return value
}

function readMigration(name: string): { tag: 'ok'; value: string } | { tag: 'error'; value: string } {
  const file = join(folder(), name, 'migration.sql')
  return existsSync(file) ? { tag: 'ok', value: readFileSync(file, 'utf8') } : { tag: 'error', value: `${file} is missing` }
}

export function writeMigration(name: string, script: string): void {
  mkdirSync(join(folder(), name), { recursive: true })
  writeFileSync(join(folder(), name, 'migration.sql'), script)
}
