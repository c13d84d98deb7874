import { once } from 'node:events'
import { createServer } from 'node:net'
import { expect, it } from 'vitest'
import { freePort } from './free-port'

it('finds a free port for 0, and leaves it free', async () => {
  const port = await freePort(0, '127.0.0.1')
  expect(await freePort(port, '127.0.0.1')).toBe(port)
})

it('says in one line that a port is taken', async () => {
  const holder = createServer().listen(0, '127.0.0.1')
  await once(holder, 'listening')
  const address = holder.address()
  const port = typeof address === 'object' && address ? address.port : 0
  await expect(freePort(port, '127.0.0.1')).rejects.toMatchObject({
    name: 'SetupError',
    message: expect.stringMatching(/^端口 \d+ 已被占用[^\n]*$/),
  })
  holder.close()
})
