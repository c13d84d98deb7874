import { createHash } from 'node:crypto'
import type { SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg'
import { Client } from 'pg'
import { appliedMigrations } from './applied-migrations'
import { migrationNames, migrationScript, readMigrations, schemaText, writeMigration } from './migration-files'

/** Nothing is left out of a comparison. */
const filters = { externalTables: [], externalEnums: [] }
const schema = () => ({ files: [{ path: 'schema.prisma', content: schemaText() }] })

export interface MigrationStatus {
  /** in this version, not yet in the database */
  pending: string[]
  /** in the database, unknown to this version: a newer Broadsheet was here */
  unknown: string[]
  failed: string[]
  /** applied once, changed since */
  edited: string[]
}

export async function migrationStatus(url: string): Promise<MigrationStatus> {
  return await withSchemaEngine(url, async (engine) => {
    const found = await engine.diagnoseMigrationHistory({
      migrationsList: readMigrations(),
      optInToShadowDatabase: false,
      filters,
    })
    const { history } = found
    return {
      pending: history && 'unappliedMigrationNames' in history ? history.unappliedMigrationNames : [],
      unknown: history && 'unpersistedMigrationNames' in history ? history.unpersistedMigrationNames : [],
      failed: found.failedMigrationNames,
      edited: found.editedMigrationNames,
    }
  })
}

/** Applies what this version brings and the database has not; several processes may ask at once. Answers the names applied. */
export async function deployMigrations(url: string): Promise<string[]> {
  if (await isDeployed(url)) return []
  return await withSchemaEngine(url, async (engine) => {
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList: readMigrations(), filters })
    return appliedMigrationNames
  })
}

/** Whether the database has these very migrations, whole, and no other: as a rule, and then the engine need not be loaded. */
async function isDeployed(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url })
  client.on('error', () => {})
  try {
    await client.connect()
    const applied = new Map((await appliedMigrations(client)).map(({ name, checksum, done }) => [name, done && checksum]))
    const names = migrationNames()
    const checksum = (name: string) => createHash('sha256').update(migrationScript(name)).digest('hex')
    return applied.size === names.length && names.every((name) => applied.get(name) === checksum(name))
  } finally {
    await client.end().catch(() => {})
  }
}

/** The engine is large: it is loaded by whoever needs it. */
async function withSchemaEngine<Result>(url: string, work: (engine: SchemaEngine) => Promise<Result>): Promise<Result> {
  const loaded = await import('./schema-engine')
  return await loaded.withSchemaEngine(url, work)
}

/** What `schema.prisma` says beyond the migrations, in words; null when they agree. Needs a server, not a migrated database. */
export async function schemaDrift(url: string): Promise<string | null> {
  return await withSchemaEngine(url, async (engine) => {
    const from = { tag: 'migrations' as const, ...readMigrations() }
    const to = { tag: 'schemaDatamodel' as const, ...schema() }
    const { exitCode, stdout } = await engine.diff({ from, to, script: false, exitCode: true, filters })
    return exitCode === 0 ? null : (stdout ?? 'they differ')
  })
}

export type NewMigration =
  | { state: 'in-sync' }
  | { state: 'created'; name: string; warnings: string[] }
  | { state: 'must-reset'; reason: string }

/** Writes the migration that leads from the last one to `schema.prisma`, and applies it. */
export async function createMigration(url: string, migrationName: string): Promise<NewMigration> {
  const obstacle = await obstacleToNewMigration(url)
  if (obstacle !== null) return { state: 'must-reset', reason: obstacle }
  await deployMigrations(url)
  const made = await planMigration(url, migrationName)
  if (made.script === null) return { state: 'in-sync' }
  writeMigration(made.name, made.script)
  await deployMigrations(url)
  return { state: 'created', name: made.name, warnings: made.warnings }
}

/** Why this database cannot follow the migrations: they changed after it took them, or it changed without them. */
async function obstacleToNewMigration(url: string): Promise<string | null> {
  return await withSchemaEngine(url, async (engine) => {
    const { action } = await engine.devDiagnostic({ migrationsList: readMigrations(), filters })
    return action.tag === 'reset' ? action.reason : null
  })
}

async function planMigration(
  url: string,
  migrationName: string,
): Promise<{ name: string; script: string | null; warnings: string[] }> {
  return await withSchemaEngine(url, async (engine) => {
    const migrationsList = readMigrations()
    // Without this step before it, on the same engine, the next finds no way to a shadow database.
    await engine.devDiagnostic({ migrationsList, filters })
    const loss = await engine.evaluateDataLoss({ migrationsList, schema: schema(), filters })
    const made = await engine.createMigration({ migrationsList, migrationName, draft: false, schema: schema(), filters })
    const warnings = [...loss.warnings, ...loss.unexecutableSteps].map(({ message }) => message)
    return { name: made.generatedMigrationName, script: made.migrationScript, warnings }
  })
}

/** After a migration failed half way and someone put things right by hand: its work counts as done, or as undone. */
export async function resolveMigration(url: string, migrationName: string, as: 'applied' | 'rolled-back'): Promise<void> {
  await withSchemaEngine(url, async (engine) => {
    if (as === 'applied') await engine.markMigrationApplied({ migrationName, migrationsList: readMigrations() })
    else await engine.markMigrationRolledBack({ migrationName })
  })
}
