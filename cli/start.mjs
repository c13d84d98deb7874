// The way into every command: `node cli/start.mjs COMMAND [ARGUMENTS]`. Plain JavaScript for any Node ≥ 20, without a
// dependency: it installs what is missing, then hands over to the Node that Broadsheet is tested on.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { constants } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { generateClient } from './generate.mjs'

const NODE_MAJOR = 24
const COMMANDS = {
  start: '准备好一切并启动站点 / everything on a fresh machine, then the site',
  dev: '开发模式，改动即时可见 / the same site with live reload',
  build: '构建生产版本 / a production build',
  import: 'DIR… 导入 Jekyll 存档 / brings a Jekyll archive in',
  export: 'DIR 把全部已发布文章导出为 Jekyll 存档 / every published article as a Jekyll archive, with pictures',
  backup: 'FILE 站点照常运行时备份数据库与图片 / database and pictures in one file, while the site runs',
  restore: 'FILE 恢复备份 / puts a backup into an empty database; --check only reads it, --force replaces what is there',
  reindex: '[--all] 重建检索、补做近似比对，站点照常运行 / makes the search index anew behind the running site',
  worker: '任务进程：定时发布、图片处理 / scheduled publishing and pictures in a process of their own',
  staff: 'add | list | disable | enable | reset-password 员工账号 / accounts of the staff',
  audit: 'verify [--head NUMBER:HASH] 核对操作记录是否被改动 / whether the record of deeds is the one that was written',
  migrate: 'deploy | status | check | dev NAME | resolve-applied NAME | resolve-rolled-back NAME',
  test: '全部检查与测试，含浏览器测试 / every check and test, those in a browser too',
  check: '格式、规则、类型、单元测试等检查 / format, lint, rooms, types, dead code, migrations, unit tests',
  format: '整理全部文件的格式 / puts every file into its form',
  bench: '[NAME] 运行性能测试 / prints the figures of all benchmarks with an aim, or of one',
  drill: '[NAME…] 故障演练：断电、断库、满盘、抢改 / faults on purpose, and what became of them',
}
/** Node's own options: an import stays small, whatever the size of its archive, a backup too. */
const SMALL = ['--max-old-space-size=192', '--max-semi-space-size=4']
/** Room for young objects from the start: V8 would give it and take it back, for an eighth more of the processor a render. */
const ROOMY = ['--min-semi-space-size=16', '--max-semi-space-size=16']
const NODE_OPTIONS = { start: ROOMY, import: SMALL, backup: SMALL, restore: SMALL, export: SMALL }
/** Where V8 keeps what it made of the code, for the next start. */
const COMPILED = join('node_modules', '.cache', 'compiled')
/** glibc would give each thread memory of its own, and what one has freed to no other: 100 MB of a site under load. */
const FEW_ARENAS = '2'
const FOR_DEVELOPERS = ['dev', 'test', 'check', 'format', 'bench', 'drill']

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))))
const [command = '', ...args] = process.argv.slice(2)
if (!Object.hasOwn(COMMANDS, command)) {
  const lines = Object.entries(COMMANDS).map(
    ([name, does]) => `  npm ${name === 'start' || name === 'test' ? '' : 'run '}${name}`.padEnd(20) + does,
  )
  const what = command ? `没有 ${command} 这个命令 / there is no command "${command}"` : '请指定命令 / which command?'
  fail(`${what}\n${lines.join('\n')}`)
}
install()
const node = pinnedNode()
try {
  generateClient(node)
} catch (error) {
  fail(error.message)
}
handOver([
  node,
  ...(NODE_OPTIONS[command] ?? []),
  '--import',
  'tsx',
  '--import',
  pathToFileURL('cli/preload.mjs').href,
  join('cli', `${command}.ts`),
  ...args,
])

/** `npm ci` without install scripts, when what is installed is not what the lock file says. Quiet unless it fails. */
function install() {
  const lock = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')
  const installed = join('node_modules', '.broadsheet-lock')
  if (isInstalled(lock, installed)) return
  process.stderr.write('正在安装依赖 / installing dependencies …\n')
  const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm']
  const include = FOR_DEVELOPERS.includes(command) ? ['--include=dev'] : []
  const options = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--include=optional', ...include]
  const { status, stdout, stderr, error } = spawnSync(npm[0], [...npm.slice(1), ...options], {
    encoding: 'utf8',
    shell: process.platform === 'win32' && npm[0] === 'npm',
    maxBuffer: 2 ** 26,
  })
  if (status !== 0)
    fail(`依赖安装失败 / dependencies could not be installed:\n${stdout ?? ''}${stderr ?? ''}${error?.message ?? ''}`)
  writeFileSync(installed, lock)
}

/** Someone may have installed by hand: npm's own record, newer than the lock file, is believed and remembered. */
function isInstalled(lock, installed) {
  if (FOR_DEVELOPERS.includes(command) && !existsSync(join('node_modules', 'vitest'))) return false
  if (existsSync(installed) && readFileSync(installed, 'utf8') === lock) return true
  const record = statSync(join('node_modules', '.package-lock.json'), { throwIfNoEntry: false })
  if (!record || record.mtimeMs < statSync('package-lock.json').mtimeMs) return false
  try {
    writeFileSync(installed, lock)
  } catch {
    // A read-only installation needs no memory: it does not change.
  }
  return true
}

/** This Node where it is new enough, else the one that npm brought for this platform. */
function pinnedNode() {
  if (Number(process.versions.node.split('.')[0]) >= NODE_MAJOR) return process.execPath
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const file = join('node_modules', `node-${platform}-${process.arch}`, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (!existsSync(file)) {
    fail(
      `Broadsheet needs Node ${NODE_MAJOR} or newer; this is ${process.version}, and npm brings none for ${platform}-${process.arch}. Install it from https://nodejs.org.`,
    )
  }
  return join(process.cwd(), file)
}

/** Becomes the command where the system can do that; else waits for it, passes signals on and ends as it ends. */
function handOver(line) {
  const env = FOR_DEVELOPERS.includes(command)
    ? process.env
    : { NODE_COMPILE_CACHE: join(process.cwd(), COMPILED), MALLOC_ARENA_MAX: FEW_ARENAS, ...process.env }
  if (process.platform !== 'win32' && process.execve) process.execve(line[0], line, env)
  const child = spawn(line[0], line.slice(1), { stdio: 'inherit', env })
  child.on('error', (error) => fail(`${line[0]} does not start: ${error.message}`))
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      // A terminal sends Ctrl-C to the whole group, the child included: passed on, it would arrive twice.
      if (signal === 'SIGTERM' || !process.stdin.isTTY) child.kill(signal)
    })
  }
}

/** @param {string} message @returns {never} */
function fail(message) {
  process.stderr.write(`${message}\n`)
  process.exit(1)
}
