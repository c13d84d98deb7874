import { createServer } from 'node:net'
import { SetupError } from '@/server/setup-error'

/** The port that listening on `port` gives: another one only for 0. Throws SetupError, one line, when it cannot be had. */
export async function freePort(port: number, host?: string): Promise<number> {
  return await new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) => reject(new SetupError(explain(error, port, host))))
    probe.listen(port, host, () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : port))
    })
  })
}

function explain(error: NodeJS.ErrnoException, port: number, host = ''): string {
  if (error.code === 'EADDRINUSE')
    return `端口 ${port} 已被占用，请用 PORT=… 换一个 / port ${port} is in use: set PORT to another one`
  if (error.code === 'EACCES') return `没有权限使用端口 ${port} / not allowed to listen on port ${port}`
  return `无法监听 ${host}:${port} / cannot listen on ${host}:${port}: ${error.message}`
}
