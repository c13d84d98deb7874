// `npm run bench -- NAME [ARGUMENTS]`: runs bench/NAME.ts.
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './root'

const names = readdirSync(join(ROOT, 'bench'))
  .filter((file) => file.endsWith('.ts') && !file.startsWith('make-'))
  .map((file) => file.slice(0, -'.ts'.length))
const [name = '', ...words] = process.argv.slice(2)
if (!names.includes(name)) {
  process.stderr.write(`用法 / usage: npm run bench -- NAME\n  ${names.join(' | ')}\n`)
  process.exitCode = 1
} else {
  const file = join(ROOT, 'bench', `${name}.ts`)
  process.exitCode = spawnSync(process.execPath, ['--import', 'tsx', file, ...words], { stdio: 'inherit' }).status ?? 1
}
