// `npm run bench [-- NAME [ARGUMENTS]]`: runs bench/NAME.ts; without a name all of them, then how far each aim is.
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { browserEnv } from './browser'
import { ROOT } from './root'

/** What has an aim of its own first; the rest behind. */
const FIRST = ['start', 'pages', 'growth', 'publish', 'edge', 'click', 'lighthouse']
const CLOSING = 'aims'

const names = readdirSync(join(ROOT, 'bench'))
  .filter((file) => file.endsWith('.ts') && !file.startsWith('make-'))
  .map((file) => file.slice(0, -'.ts'.length))
const [name, ...words] = process.argv.slice(2)
if (name === undefined) {
  const rest = names.filter((each) => !FIRST.includes(each) && each !== CLOSING)
  const failed = [...FIRST, ...rest, CLOSING].filter((each) => !succeeds(each, []))
  if (failed.length > 0) process.stderr.write(`未能完成 / these failed: ${failed.join(', ')}\n`)
  process.exitCode = failed.length > 0 ? 1 : 0
} else if (names.includes(name)) {
  process.exitCode = succeeds(name, words) ? 0 : 1
} else {
  process.stderr.write(`用法 / usage: npm run bench [-- NAME]\n  ${names.join(' | ')}\n`)
  process.exitCode = 1
}

function succeeds(name: string, words: string[]): boolean {
  console.log(`\n── ${name} ──`)
  const file = join(ROOT, 'bench', `${name}.ts`)
  const env = { ...process.env, ...browserEnv() }
  return spawnSync(process.execPath, ['--import', 'tsx', file, ...words], { stdio: 'inherit', env }).status === 0
}
