import { once } from 'node:events'
import { type AddressInfo, connect, createServer } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { layWire, type Wire } from './test-wire'

// In the database's place somebody who says one word and hangs up.
const refusing = createServer((socket) => socket.end('no').resume())
let wire: Wire

beforeAll(async () => {
  refusing.listen(0, '127.0.0.1')
  await once(refusing, 'listening')
  wire = await layWire(`postgresql://127.0.0.1:${(refusing.address() as AddressInfo).port}/any`)
})
afterAll(async () => {
  await wire.close()
  refusing.close()
})

const heard = () => text(connect(Number(new URL(wire.url).port), '127.0.0.1'))

it('a last word is heard before the end, over a slow wire too', async () => {
  for (let times = 0; times < 50; times++) expect(await heard()).toBe('no')
  wire.slow(50)
  expect(await heard()).toBe('no')
})
