import { createServer as createHttp, type IncomingMessage, type ServerResponse } from 'node:http'
import { type AddressInfo, createServer as createTcp, type Server } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { bodyOf, type CheckedRequest, checkedRequest } from './checked-request'
import { type Config, readConfig } from './config'
import { fetchPicture } from './importer/fetch-picture'
import { sendOut } from './send-out'

/** What names lead to, asked for the first time, the second …: the resolver is the one thing here that is not ours. */
const names = new Map<string, string[][]>()
let asked: string[] = []
vi.mock('node:dns', async (load) => ({
  ...(await load<typeof import('node:dns')>()),
  lookup: (host: string, _: object, done: (error: Error | null, addresses: object[]) => void) => {
    const times = asked.filter((each) => each === host).length
    asked.push(host)
    const answers = names.get(host) ?? []
    const addresses = answers[Math.min(times, answers.length - 1)] ?? []
    if (addresses.length === 0) return done(new Error(`getaddrinfo ENOTFOUND ${host}`), [])
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    )
  },
}))

/** Stands for a host of the internet; whatever else listens on the same port of this machine is the trap. */
const hasMoreLoopbacks = process.platform !== 'darwin'
const PUBLIC = hasMoreLoopbacks ? '127.0.0.2' : '127.0.0.1'
const isAllowed = (address: string) => address === PUBLIC
let port = 0
let trapped = 0
let answer: (req: IncomingMessage, res: ServerResponse) => void = (_, res) => void res.end('ok')
const traps: Server[] = []
const outside = createHttp((req, res) => answer(req, res))

const listening = (server: Server, at: number, host: string) =>
  new Promise<void>((resolve, reject) => server.once('error', reject).listen(at, host, resolve))

beforeAll(async () => {
  const home = globalThis as { [home: symbol]: Config | undefined }
  home[Symbol.for('broadsheet.config')] = readConfig({ LOG_LEVEL: 'silent' })
  await listening(outside, 0, PUBLIC)
  port = (outside.address() as AddressInfo).port
  for (const host of hasMoreLoopbacks ? ['127.0.0.1', '127.0.0.3', '::1'] : []) {
    const trap = createTcp((socket) => {
      trapped++
      socket.destroy()
    })
    // A machine without IPv6 has nothing there to be reached.
    await listening(trap, port, host).then(
      () => traps.push(trap),
      () => {},
    )
  }
})
afterAll(() => {
  outside.closeAllConnections()
  for (const server of [outside, ...traps]) server.close()
})
beforeEach(() => {
  asked = []
  trapped = 0
  answer = (_, res) => void res.end('ok')
})

const ask = async (address: string, more: Partial<CheckedRequest> = {}) => {
  const response = await checkedRequest(new URL(address), { signal: AbortSignal.timeout(5_000), isAllowed, ...more })
  return (await bodyOf(response, { mostBytes: 1_000 })).toString()
}

describe('what is no host of the internet', () => {
  const HOSTS = `127.0.0.1 127.1 2130706433 0x7f000001 017700000001 127.0.0.1. 0.0.0.0 0 10.0.0.1 172.16.0.1 192.168.1.1 100.64.0.1
    169.254.169.254 192.0.0.192 198.18.0.1 224.0.0.1 255.255.255.255 [::] [::1] [::ffff:127.0.0.1] [::ffff:7f00:1] [::127.0.0.1]
    [fe80::1] [fc00::1] [fd00:ec2::254] [2002:7f00:1::] [64:ff9b::7f00:1] [64:ff9b:1::7f00:1] [2001:0:7f00:1::] [ff02::1] [2001:db8::1]`

  it('is not asked by its number, however that is written', async () => {
    for (const host of HOSTS.split(/\s+/)) {
      const url = `http://${host}:${port}/`
      await expect(sendOut({ url, body: '', headers: {} }), host).rejects.toThrow('no public address')
      await expect(fetchPicture(url), host).rejects.toThrow('no public address')
    }
    expect([trapped, asked]).toEqual([0, []])
  })

  it('is not asked by a name that leads there', async () => {
    const numbers = HOSTS.split(/\s+/).filter((host) => /^\[|^\d+\.\d+\.\d+\.\d+$/.test(host))
    for (const [index, host] of numbers.entries()) {
      const name = `n${index}.example`
      names.set(name, [[host.replace(/^\[|\]$/g, '')]])
      await expect(sendOut({ url: `http://${name}:${port}/`, body: '', headers: {} }), host).rejects.toThrow('no public address')
    }
    expect(trapped).toBe(0)
    expect(asked).toHaveLength(numbers.length)
  })

  it('is not asked by other protocols, nor where other services listen', async () => {
    for (const address of ['file:///etc/passwd', 'ftp://hook.example/', 'gopher://hook.example:70/', 'data:,x', 'unix:/run/x'])
      await expect(ask(address), address).rejects.toThrow('is not fetched')
    for (const other of [1, 21, 22, 23, 25, 53, 110, 143, 389, 465, 587, 6000, 6667])
      await expect(ask(`http://hook.example:${other}/`), String(other)).rejects.toThrow('is not fetched')
    expect(asked).toEqual([])
  })
})

describe.runIf(hasMoreLoopbacks)('a name', () => {
  it('that leads elsewhere the second time is asked for once, and connected to where it was checked', async () => {
    names.set('rebinding.example', [[PUBLIC], ['127.0.0.1']])
    expect(await ask(`http://rebinding.example:${port}/`)).toBe('ok')
    expect(asked).toEqual(['rebinding.example'])
    // The second request resolves anew, and is refused by what it finds then.
    await expect(ask(`http://rebinding.example:${port}/`)).rejects.toThrow('no public address')
    expect(trapped).toBe(0)
  })

  it('that leads to several is connected to the public ones only', async () => {
    names.set('mixed.example', [['127.0.0.1', '::1', '127.0.0.3', PUBLIC]])
    for (let time = 0; time < 3; time++) expect(await ask(`http://mixed.example:${port}/`)).toBe('ok')
    expect(trapped).toBe(0)
  })
})

describe.runIf(hasMoreLoopbacks)('a redirect', () => {
  it('is checked like the address it came from', async () => {
    names.set('pictures.example', [[PUBLIC]])
    names.set('inside.example', [['127.0.0.1']])
    const targets = [
      `http://127.0.0.1:${port}/`,
      `http://[::1]:${port}/`,
      `http://inside.example:${port}/`,
      `//localhost:${port}/`,
    ]
    for (const location of [...targets, 'file:///etc/passwd', 'http://pictures.example:22/']) {
      answer = (_, res) => void res.writeHead(302, { location }).end()
      await expect(fetchPicture(`http://pictures.example:${port}/`, { isAllowed }), location).rejects.toThrow()
    }
    expect(trapped).toBe(0)
  })

  it('is not followed by what is sent, and takes no credentials to another host', async () => {
    names.set('hook.example', [[PUBLIC]])
    names.set('other.example', [[PUBLIC]])
    const seen: (string | undefined)[] = []
    answer = (req, res) => {
      seen.push(req.headers.authorization)
      const away = req.headers.host?.startsWith('hook') ?? false
      res.writeHead(away ? 302 : 200, away ? { location: `http://other.example:${port}/` } : {}).end()
    }
    await fetchPicture(`http://user:word@hook.example:${port}/`, { isAllowed })
    expect(seen).toEqual([expect.stringMatching(/^Basic /), undefined])
    expect(await ask(`http://hook.example:${port}/`)).toBe('')
    expect(seen).toHaveLength(3)
  })
})

describe('an answer', () => {
  beforeAll(() => names.set('slow.example', [[PUBLIC]]))
  const url = () => new URL(`http://slow.example:${port}/`)

  it('that comes by drops, or never, is given up', async () => {
    const drips = [
      (_: IncomingMessage, res: ServerResponse) => void setInterval(() => res.write('x'), 20).unref(),
      () => {},
      (req: IncomingMessage) => void setInterval(() => req.socket.write('H'), 20).unref(),
    ]
    for (const drip of drips) {
      answer = drip
      const response = checkedRequest(url(), { signal: AbortSignal.timeout(200), isAllowed })
      await expect(response.then((each) => bodyOf(each, { mostBytes: 1e9 }))).rejects.toThrow()
    }
  })

  it('without an end is cut off, and one that unfolds is not unfolded', async () => {
    answer = (_, res) => {
      const more = () => {
        while (res.write('x'.repeat(10_000)));
        res.once('drain', more)
      }
      more()
    }
    const response = await checkedRequest(url(), { signal: AbortSignal.timeout(5_000), isAllowed })
    await expect(bodyOf(response, { mostBytes: 100_000 })).rejects.toThrow('larger than')
    const bomb = gzipSync(Buffer.alloc(50_000_000))
    answer = (_, res) => void res.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb)
    const folded = await checkedRequest(url(), { signal: AbortSignal.timeout(5_000), isAllowed })
    expect((await bodyOf(folded, { mostBytes: 100_000 })).length).toBe(bomb.length)
  })
})

it('by default nothing is sent to this machine', () => expect(readConfig({}).PUSH_TO_LOOPBACK).toBe(false))
