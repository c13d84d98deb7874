import { createServer, type IncomingHttpHeaders, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface Heard {
  path: string
  headers: IncomingHttpHeaders
  body: string
}

type Reply = { status?: number; body?: string; headers?: Record<string, string>; hang?: boolean }

/** A server on this machine that stands for whoever is told, in tests: hears everything, answers as it is told to. */
export interface StandIn {
  origin: string
  heard: Heard[]
  /** what is answered from now on */
  reply: (heard: Heard) => Reply
  close(): Promise<void>
}

export async function openStandIn(): Promise<StandIn> {
  const heard: Heard[] = []
  const server: Server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const each = { path: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks).toString() }
      heard.push(each)
      const { status = 200, body = '', headers = {}, hang } = standIn.reply(each)
      if (!hang) response.writeHead(status, headers).end(body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const standIn: StandIn = {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    heard,
    reply: () => ({}),
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return standIn
}
