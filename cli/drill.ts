// `npm run drill [-- NAME… --rounds N --seed N --short --write]`: faults on purpose, and what became of them. The drills are a room
// of their own that talks to the site from outside only (drills/).
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { browserEnv } from './browser'
import { buildSite } from './build'
import { ROOT } from './root'

await buildSite(console.log)
const words = ['--import', 'tsx', join(ROOT, 'drills', 'parts', 'run.ts'), ...process.argv.slice(2)]
const child = spawn(process.execPath, words, { cwd: ROOT, env: { ...process.env, ...browserEnv() }, stdio: 'inherit' })
// The child hears the terminal's Ctrl-C itself, and ends what it started.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => child.kill('SIGTERM'))
child.on('exit', (code) => process.exit(code ?? 1))
