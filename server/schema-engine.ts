import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import type { SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'
import { MigrationDatabase } from './migration-database'
import { schemaText } from './migration-files'
import { SetupError } from './setup-error'

// Where the engine leaves its last words before it panics; without it the panic hides behind a TypeError.
const lastWords = globalThis as { PRISMA_WASM_PANIC_REGISTRY?: { set_message(message: string): void } }
let instantiated = false

/** The package itself imports its .wasm as a bundler would; here it is instantiated by hand. */
function instantiate(): void {
  if (instantiated) return
  const file = join(process.cwd(), 'node_modules', '@prisma', 'schema-engine-wasm', 'schema_engine_bg.wasm')
  const instance = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(file)), {
    './schema_engine_bg.js': withPassingTimers(bindings) as WebAssembly.ModuleImports,
  })
  bindings.__wbg_set_wasm(instance.exports)
  const start = instance.exports.__wbindgen_start
  if (typeof start === 'function') start()
  lastWords.PRISMA_WASM_PANIC_REGISTRY = {
    set_message(message) {
      throw new Error(`Prisma's schema engine failed: ${message}`)
    },
  }
  instantiated = true
}

/** The engine never clears the ten seconds it gives its lock: the timer must not keep a command from ending. */
function withPassingTimers(imports: object): object {
  const setPassingTimeout = (callback: () => void, delayMs: number) => setTimeout(callback, delayMs).unref()
  const names = Object.keys(imports).filter((name) => name.startsWith('__wbg_setTimeout'))
  return { ...imports, ...Object.fromEntries(names.map((name) => [name, setPassingTimeout])) }
}

/** Prisma's schema engine on one database. */
export async function withSchemaEngine<Result>(url: string, work: (engine: SchemaEngine) => Promise<Result>): Promise<Result> {
  instantiate()
  const database = new MigrationDatabase(url)
  const adapter = bindMigrationAwareSqlAdapterFactory(database)
  const engine = await bindings.SchemaEngine.new({ datamodels: [['schema.prisma', schemaText()]] }, () => {}, adapter)
  try {
    return await work(engine)
  } catch (error) {
    throw isEngineRefusal(error) ? new SetupError(error.message) : error
  } finally {
    engine.free()
    await database.close()
  }
}

/** What the engine says of the database or the migrations, as against a failure of its own. */
function isEngineRefusal(error: unknown): error is Error {
  return error instanceof Error && error.name === 'SchemaConnectorError'
}
