import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { gunzipSync } from 'node:zlib'
import { freePort } from './site'
import { family } from './usage'

export interface StaticNginx {
  url: string
  /** of its one worker */
  pid: number
  stop(): Promise<void>
}

/** nginx with one worker that serves files: `name` → the gzip bytes, beside them the same uncompressed. */
export async function startStaticNginx(folder: string, files: Record<string, Buffer>): Promise<StaticNginx> {
  const root = join(folder, 'www')
  await mkdir(root, { recursive: true })
  // Its worker runs as somebody who may do nothing.
  for (const each of [folder, root]) await chmod(each, 0o755)
  for (const [name, bytes] of Object.entries(files)) {
    await writeFile(join(root, `${name}.gz`), bytes)
    await writeFile(join(root, name), gunzipSync(bytes))
  }
  const port = await freePort()
  const conf = join(folder, 'nginx.conf')
  await writeFile(conf, configuration(folder, root, port))
  const child = spawn('nginx', ['-c', conf, '-e', join(folder, 'error.log')], { stdio: ['ignore', 'ignore', 'inherit'] })
  const ended = once(child, 'exit')
  const url = `http://127.0.0.1:${port}`
  await answers(child, `${url}/${Object.keys(files)[0]}`)
  return {
    url,
    pid: family(child.pid ?? 0)[1] ?? 0,
    stop: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}

/** As fast as it goes: sendfile, kept descriptors, no log, connections that stay. */
const configuration = (folder: string, root: string, port: number) => `
daemon off;
worker_processes 1;
pid ${folder}/nginx.pid;
events { worker_connections 1024; }
http {
  access_log off;
  sendfile on;
  tcp_nopush on;
  keepalive_requests 1000000;
  open_file_cache max=1000 inactive=60s;
  open_file_cache_valid 60s;
  default_type text/html;
  client_body_temp_path ${folder}/t1; proxy_temp_path ${folder}/t2; fastcgi_temp_path ${folder}/t3; uwsgi_temp_path ${folder}/t4; scgi_temp_path ${folder}/t5;
  server {
    listen 127.0.0.1:${port} backlog=1024;
    root ${root};
    gzip_static on;
    charset utf-8;
  }
}
`

async function answers(child: ChildProcess, address: string): Promise<void> {
  while (child.exitCode === null) {
    if (
      await fetch(address).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return
    await sleep(20)
  }
  throw new Error('nginx ended')
}
