import { spawnSync } from 'node:child_process'

/** `npm run format`: form, order of imports and whatever else Biome can mend without changing a meaning. */
const { status } = spawnSync('biome', ['check', '--write', '.', ...process.argv.slice(2)], { stdio: 'inherit' })
process.exitCode = status ?? 1
