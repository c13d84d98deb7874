import { expect, it } from 'vitest'
import { readConfig } from './config'
import { openLog } from './log'
import { inRequest } from './request-scope'

function lines() {
  const written: string[] = []
  const settings = readConfig({
    DATABASE_URL: 'postgresql://paper:qinghe-db@db.example/paper',
    METRICS_TOKEN: 'metrics-"token"',
    STORAGE_URL: 's3://KEY:wenhe-bucket@s3.example/bucket',
  })
  return { written, log: openLog(settings, { write: (line) => void written.push(line) }) }
}

it('names the request a line was written for, through everything that is awaited', async () => {
  const { log, written } = lines()
  await Promise.all(
    ['first-request', 'second-request'].map((id) =>
      inRequest({ id }, async () => {
        await new Promise((resolve) => setImmediate(resolve))
        log.warn({ of: id }, 'said')
      }),
    ),
  )
  log.warn('by nobody')
  const told = written.map((line) => JSON.parse(line) as { of?: string; request?: string })
  expect(told.map(({ of, request }) => [of, request])).toEqual([
    ['first-request', 'first-request'],
    ['second-request', 'second-request'],
    [undefined, undefined],
  ])
})

it('writes no secret of the settings, whoever says it', () => {
  const { log, written } = lines()
  const error = new Error('postgresql://paper:qinghe-db@db.example/paper does not answer; Bearer metrics-"token"')
  log.error({ error: error.message, key: 'wenhe-bucket' }, 'qinghe-db')
  expect(JSON.parse(written[0] ?? '')).toMatchObject({
    error: 'postgresql://paper:…@db.example/paper does not answer; Bearer …',
    key: '…',
    msg: '…',
  })
})
