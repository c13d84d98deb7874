import { expect, it } from 'vitest'
import { ConfigError, readConfig } from './config'
import { readStorageUrl } from './storage-url'

it('reads where a bucket is', () => {
  expect(readStorageUrl('s3://key:se%2Fcret@oss.example.test/press-pictures?region=cn-1')).toEqual({
    endpoint: 'https://oss.example.test',
    name: 'press-pictures',
    region: 'cn-1',
    accessKeyId: 'key',
    secretAccessKey: 'se/cret',
    forcePathStyle: true,
  })
  expect(readStorageUrl('s3://key:secret@127.0.0.1:9000/press?tls=off&style=virtual')).toMatchObject({
    endpoint: 'http://127.0.0.1:9000',
    region: 'us-east-1',
    forcePathStyle: false,
  })
})

it.each([
  'file:///tmp',
  's3://oss.example.test/press',
  's3://key:secret@oss.example.test',
  's3://key:secret@oss.example.test/press/folder',
  's3://key:secret@oss.example.test/Press',
  's3://key:secret@oss.example.test/press?acl=public',
  's3://key:se%ret@oss.example.test/press',
  's3://key:secret@oss.example.test/press?tls=maybe',
])('%s is no storage, and the start says so without showing it', (text) => {
  expect(readStorageUrl(text)).toBeNull()
  const start = () => readConfig({ STORAGE_URL: text })
  expect(start).toThrow(ConfigError)
  expect(start).toThrow(/^STORAGE_URL holds \(not shown\): an address of object storage/)
})
