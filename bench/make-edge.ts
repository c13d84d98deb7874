// nginx and Varnish for a benchmark: the files of deploy/, filled in for a folder and ports of their own.
import { type ChildProcess, spawn } from 'node:child_process'
import { chmod, copyFile, mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const DEPLOY = join(import.meta.dirname, '..', 'deploy')
const PROGRAMS = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/usr/local/sbin` }

export interface Port {
  port: number
  /** where its files go */
  folder: string
}

/** The page cache in front of a site, as deploy/nginx sets it up. */
export async function startNginx(
  { port, folder }: Port,
  site: string,
  ports: { tls: number; plain: number },
): Promise<ChildProcess> {
  await makeFolders(folder)
  const certificate = join(folder, 'certificate.pem')
  const values = {
    RUN_DIR: folder,
    LOG_DIR: join(folder, 'log'),
    CACHE_DIR: join(folder, 'cache'),
    CACHE_SIZE: '100m',
    CONF_DIR: folder,
    DATA_DIR: folder,
    PAGE_CACHE: 'pages',
    SERVER_NAME: '_',
    SITE_SERVERS: `server ${new URL(site).host};`,
    CERTIFICATE: certificate,
    CERTIFICATE_KEY: certificate,
    HTTPS_PORT: `127.0.0.1:${ports.tls}`,
    HTTP_PORT: `127.0.0.1:${ports.plain}`,
    INNER_PORT: String(port),
  }
  await run('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'],
    ...['-subj', '/CN=localhost', '-keyout', certificate, '-out', join(folder, 'public.pem')],
  ])
  await writeFile(certificate, (await readFile(certificate, 'utf8')) + (await readFile(join(folder, 'public.pem'), 'utf8')))
  for (const name of ['nginx.conf', 'site.conf']) await fill(join(DEPLOY, 'nginx', name), join(folder, name), values)
  await copyFile(join(DEPLOY, 'nginx', 'staff.conf'), join(folder, 'staff.conf'))
  return serve('nginx', ['-c', join(folder, 'nginx.conf'), '-g', 'daemon off;'])
}

/** The same bytes as a static file: what nginx does best, with the same log. `sendfile` as a page of this size likes it best, or not. */
export async function startStatic({ port, folder }: Port, body: Buffer, sendfile: 'on' | 'off'): Promise<ChildProcess> {
  await makeFolders(folder)
  await writeFile(join(folder, 'page.html'), body)
  const main = await readFile(join(DEPLOY, 'nginx', 'nginx.conf.template'), 'utf8')
  const log = /log_format readers .*/.exec(main)?.[0] ?? ''
  const conf = `worker_processes auto; pid ${folder}/nginx.pid; error_log ${folder}/log/error.log warn;
events { worker_connections 8192; multi_accept on; }
http {
  include /etc/nginx/mime.types; ${log}
  access_log ${folder}/log/access.log readers buffer=256k flush=2s;
  sendfile ${sendfile}; tcp_nopush on; output_buffers 2 64k; keepalive_timeout 60s; keepalive_requests 100000;
  open_file_cache max=50000 inactive=5m; open_file_cache_valid 1m;
  server { listen 127.0.0.1:${port}; root ${folder}; }
}`
  await writeFile(join(folder, 'nginx.conf'), conf)
  return serve('nginx', ['-c', join(folder, 'nginx.conf'), '-g', 'daemon off;'])
}

export async function startVarnish({ port, folder }: Port, site: string): Promise<ChildProcess> {
  await makeFolders(folder)
  const { hostname: SITE_HOST, port: SITE_PORT } = new URL(site)
  const vcl = join(folder, 'broadsheet.vcl')
  await fill(join(DEPLOY, 'varnish', 'broadsheet.vcl'), vcl, { SITE_HOST, SITE_PORT })
  const parameters = ['-p', 'http_gzip_support=off', '-s', 'malloc,64m', '-T', 'none']
  return serve('varnishd', ['-F', '-n', join(folder, 'run'), '-a', `127.0.0.1:${port}`, '-f', vcl, ...parameters])
}

async function makeFolders(folder: string): Promise<void> {
  for (const name of ['cache', 'log']) await mkdir(join(folder, name), { recursive: true })
  // The workers of both are other users.
  await chmod(folder, 0o755)
}

async function fill(template: string, file: string, values: Record<string, string>): Promise<void> {
  const text = await readFile(`${template}.template`, 'utf8')
  await writeFile(
    file,
    text.replace(/\$\{(\w+)\}/g, (_, name: string) => values[name] ?? ''),
  )
}

const serve = (program: string, args: string[]): ChildProcess =>
  spawn(program, args, { env: PROGRAMS, stdio: ['ignore', 'ignore', 'inherit'] })

/** Runs a program to its end; answers what it printed. */
export async function run(program: string, args: string[]): Promise<string> {
  const child = spawn(program, args, { env: PROGRAMS, stdio: ['ignore', 'pipe', 'ignore'] })
  let printed = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text
  })
  const code = await new Promise<number | null>((done, failed) => child.once('error', failed).once('close', done))
  if (code !== 0) throw new Error(`${program} ended with ${code}`)
  return printed
}
