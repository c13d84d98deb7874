import { Agent, get } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'

const READERS = 8
/** An honest 503. */
const BUSY = 'come again'

/** Readers who ask one thing after the other: half keep their connection, as a proxy does, half open one for each. */
export function readThrough(site: string, paths: readonly [string, ...string[]]) {
  const agent = new Agent({ keepAlive: true })
  const failed: string[] = []
  let asked = 0
  let busy = 0
  let isOver = false
  const read = async (reader: number) => {
    while (!isOver) {
      const path = paths[asked++ % paths.length] ?? paths[0]
      const status = await statusOf(site + path, reader % 2 === 0 ? agent : false)
      if (status === BUSY) busy++
      else if (status !== '200') {
        failed.push(`${status} of ${path}`)
        // Where nobody answers there is no hurry.
        await sleep(100)
      }
    }
  }
  const work = Promise.all(Array.from({ length: READERS }, (_, reader) => read(reader)))
  return {
    async end(): Promise<{ asked: number; busy: number; failed: string[] }> {
      isOver = true
      await work
      agent.destroy()
      return { asked, busy, failed }
    },
  }
}

/**
 * What became of it: a status, or why there is none. A connection that is closed just as it is used again is no fault: whoever keeps
 * one asks again on another (RFC 9112 §9.3.1), as browsers and proxies do.
 */
const statusOf = (url: string, agent: Agent | false): Promise<string> =>
  new Promise((done) => {
    const sent = get(url, { agent }, (answer) => {
      answer.resume()
      answer.on('end', () => done(answer.headers['retry-after'] === undefined ? String(answer.statusCode) : BUSY))
      answer.on('error', ({ message }) => done(message))
    })
    sent.on('error', ({ message }) => (sent.reusedSocket ? statusOf(url, false).then(done) : done(message)))
  })
