import { connect } from 'node:net'

/** What came back over a connection of its own; status 0: nothing that could be read. */
export interface RawAnswer {
  status: number
  headers: Record<string, string[]>
  body: string
  /** all of it, as it came: several answers where several were sent */
  text: string
}

const PATIENCE_MS = 10_000

/** Sends these bytes as they are, and reads until the other end is done. `cut`: hangs up as soon as all is sent. */
export async function sendRaw(site: string, bytes: string | Buffer, { cut = false } = {}): Promise<RawAnswer> {
  const { hostname, port } = new URL(site)
  const chunks: Buffer[] = []
  await new Promise<void>((resolve) => {
    const socket = connect(Number(port), hostname, () => {
      socket.write(bytes, () => {
        if (cut) socket.destroy()
      })
    })
    const late = setTimeout(() => socket.destroy(), PATIENCE_MS)
    socket.on('data', (chunk) => chunks.push(chunk))
    socket.on('error', () => {})
    socket.on('end', () => socket.end())
    socket.on('close', () => {
      clearTimeout(late)
      resolve()
    })
  })
  return readAnswer(Buffer.concat(chunks).toString('latin1'))
}

function readAnswer(text: string): RawAnswer {
  const [head = '', ...rest] = text.split('\r\n\r\n')
  const [line = '', ...lines] = head.split('\r\n')
  const headers: Record<string, string[]> = {}
  for (const each of lines) {
    const [name = '', value = ''] = each.split(/: ?(.*)/s)
    headers[name.toLowerCase()] = [...(headers[name.toLowerCase()] ?? []), value]
  }
  return { status: Number(/^HTTP\/1\.1 (\d{3})/.exec(line)?.[1] ?? 0), headers, body: rest.join('\r\n\r\n'), text }
}

/** A request as a client writes it; the connection ends with the answer. */
export function written(site: string, method: string, target: string, headers: Record<string, string> = {}, body = ''): string {
  const named = Object.keys(headers).map((name) => name.toLowerCase())
  const lines = [
    `${method} ${target} HTTP/1.1`,
    ...(named.includes('host') ? [] : [`Host: ${new URL(site).host}`]),
    'Connection: close',
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ...(body && !named.includes('content-length') ? [`Content-Length: ${Buffer.byteLength(body)}`] : []),
  ]
  return `${lines.join('\r\n')}\r\n\r\n${body}`
}
