import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, copyFile, mkdir, mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { freePort, isReady } from './site-process'

const env = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/usr/local/sbin` }

/** Why this machine cannot try what lies in deploy/; null where it can. */
export function missingForEdges(): string | null {
  const missing = [
    ['nginx', '-v'],
    ['varnishd', '-V'],
    ['openssl', 'version'],
  ].filter(([program = '', ask = '']) => !answers(program, ask))
  if (missing.length > 0)
    return `${missing.map(([program]) => program).join(', ')}: not on this machine (Debian: nginx-light varnish varnish-modules)`
  return process.getuid?.() === 0 ? null : "nginx' own folders are root's"
}

export interface Edges {
  /** plain HTTP, from this machine */
  nginx: string
  /** HTTP/2 with a certificate of its own making */
  tls: string
  varnish: string
  /** answers that Varnish gave without asking the site */
  varnishHits(): number
  stop(): Promise<void>
}

/** Where Varnish is told to drop pages: before the site starts, which is told of it. */
export interface EdgePorts {
  varnish: number
  nginx: number
  tls: number
  plain: number
}

export const edgePorts = async (): Promise<EdgePorts> => ({
  varnish: await freePort(),
  nginx: await freePort(),
  tls: await freePort(),
  plain: await freePort(),
})

/** nginx and Varnish, each in front of the site, with the files of deploy/ as an operator fills them in. */
export async function startEdges(site: string, dataDir: string, ports: EdgePorts): Promise<Edges> {
  const folder = await mkdtemp(join(tmpdir(), 'edges-'))
  // Their workers are other users.
  await chmod(folder, 0o755)
  const nginx = await startNginx(site, dataDir, ports, join(folder, 'nginx'))
  const varnish = await startVarnish(site, ports.varnish, join(folder, 'varnish'))
  const edges: Edges = {
    nginx: `http://127.0.0.1:${ports.nginx}`,
    tls: `https://127.0.0.1:${ports.tls}`,
    varnish: `http://127.0.0.1:${ports.varnish}`,
    varnishHits: () => {
      const args = ['-n', join(folder, 'varnish', 'run'), '-1', '-f', 'MAIN.cache_hit']
      return Number(/cache_hit\s+(\d+)/.exec(execFileSync('varnishstat', args, { env, encoding: 'utf8' }))?.[1])
    },
    stop: async () => {
      await Promise.all([end(nginx), end(varnish)])
      await rm(folder, { recursive: true, force: true })
    },
  }
  for (const url of [edges.nginx, edges.varnish]) await answering(`${url}/healthz`, join(folder, 'log'))
  return edges
}

async function startNginx(site: string, dataDir: string, ports: EdgePorts, folder: string): Promise<ChildProcess> {
  for (const name of ['cache', 'log']) await mkdir(join(folder, name), { recursive: true })
  const [certificate, key] = [join(folder, 'certificate.pem'), join(folder, 'key.pem')]
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']
  const files = ['-keyout', key, '-out', certificate, '-subj', '/CN=localhost', '-days', '2']
  execFileSync('openssl', ['req', '-x509', ...curve, ...files], { env, stdio: 'ignore' })
  const values = {
    RUN_DIR: folder,
    LOG_DIR: join(folder, 'log'),
    CACHE_DIR: join(folder, 'cache'),
    CACHE_SIZE: '100m',
    CONF_DIR: folder,
    DATA_DIR: resolve(dataDir),
    PAGE_CACHE: 'pages',
    SERVER_NAME: '_',
    SITE_SERVERS: `server ${new URL(site).host};`,
    CERTIFICATE: certificate,
    CERTIFICATE_KEY: key,
    HTTPS_PORT: `127.0.0.1:${ports.tls}`,
    HTTP_PORT: `127.0.0.1:${ports.plain}`,
    INNER_PORT: String(ports.nginx),
  }
  for (const name of ['nginx.conf', 'site.conf']) await fill(join('deploy', 'nginx', name), join(folder, name), values)
  await copyFile(join('deploy', 'nginx', 'staff.conf'), join(folder, 'staff.conf'))
  const conf = join(folder, 'nginx.conf')
  execFileSync('nginx', ['-t', '-q', '-c', conf], { env })
  return await run('nginx', ['-c', conf, '-g', 'daemon off;'], join(folder, 'nginx.log'))
}

async function startVarnish(site: string, port: number, folder: string): Promise<ChildProcess> {
  await mkdir(folder, { recursive: true })
  const { hostname: SITE_HOST, port: SITE_PORT } = new URL(site)
  const vcl = join(folder, 'broadsheet.vcl')
  await fill(join('deploy', 'varnish', 'broadsheet.vcl'), vcl, { SITE_HOST, SITE_PORT })
  const parameters = ['-p', 'http_gzip_support=off', '-s', 'malloc,64m', '-T', 'none']
  const args = ['-F', '-n', join(folder, 'run'), '-a', `127.0.0.1:${port}`, '-f', vcl, ...parameters]
  return await run('varnishd', args, join(folder, 'varnish.log'))
}

/** What `envsubst` does; a name without a value is a fault of the template. */
async function fill(template: string, file: string, values: Record<string, string>): Promise<void> {
  const text = await readFile(`${template}.template`, 'utf8')
  const filled = text.replace(/\$\{(\w+)\}/g, (_, name: string) => {
    const value = values[name]
    if (value === undefined) throw new Error(`${template} asks for ${name}`)
    return value
  })
  await writeFile(file, filled)
}

async function run(program: string, args: string[], log: string): Promise<ChildProcess> {
  const said = await open(log, 'w')
  const child = spawn(program, args, { env, stdio: ['ignore', said.fd, said.fd] })
  child.on('exit', () => void said.close())
  return child
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}

async function answering(probe: string, log: string): Promise<void> {
  for (let asked = 0; !(await isReady(probe)); asked++) {
    if (asked === 100) throw new Error(`${probe} does not answer; ${log}`)
    await sleep(100)
  }
}

function answers(program: string, ask: string): boolean {
  try {
    execFileSync(program, [ask], { env, stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
