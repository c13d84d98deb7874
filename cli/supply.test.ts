import { expect, test } from 'vitest'
import { imageFaults, supplyFaults } from './supply'

const good = { resolved: 'https://registry.test/a.tgz', integrity: 'sha512-abc', license: 'MIT' }

test('what is exact, hashed and free passes', () => {
  const manifest = { dependencies: { a: '1.2.3' }, optionalDependencies: { b: '18.4.0-beta.17' }, allowScripts: { b: false } }
  const packages = {
    '': {},
    'node_modules/a': good,
    'node_modules/a/node_modules/@c/c': { ...good, license: '(GPL-3.0-only OR MIT)' },
    'node_modules/b': { ...good, hasInstallScript: true, license: 'MIT AND ISC' },
    'node_modules/b/node_modules/in': { inBundle: true, license: 'MIT' },
    'node_modules/@img/sharp-libvips-linux-x64': { ...good, license: 'LGPL-3.0-or-later' },
  }
  expect(supplyFaults(manifest, { packages })).toEqual([])
})

test('everything else is named', () => {
  const manifest = { dependencies: { a: '^1.2.3' }, devDependencies: { b: 'latest' } }
  const packages = {
    'node_modules/a': { ...good, integrity: 'sha1-abc' },
    'node_modules/b': { ...good, resolved: 'http://registry.test/b.tgz' },
    'node_modules/c': { ...good, hasInstallScript: true },
    'node_modules/d': { ...good, license: 'MIT AND GPL-3.0-only' },
    'node_modules/e': { ...good, license: undefined },
  }
  expect(supplyFaults(manifest, { packages })).toEqual([
    'a: "^1.2.3" in package.json is not one exact version',
    'b: "latest" in package.json is not one exact version',
    'a: package-lock.json has no sha512 of it',
    'b: does not come over https, but from http://registry.test/b.tgz',
    'c: wants to run a script at install: say in allowScripts of package.json whether it may',
    'd: its licence "MIT AND GPL-3.0-only" is not one we take',
    'e: its licence "" is not one we take',
  ])
})

test('an image is one exact version, if it is not our own or a stage of the same file', () => {
  const file = `FROM node:24.21.0-bookworm-slim AS build
FROM build AS tested
FROM node:24-bookworm-slim
services:
  site: { }
    image: broadsheet:\${VERSION:-latest}
    image: postgres:18.6-bookworm
    image: versity/versitygw:v1.7.0
    image: versity/versitygw:latest
    image: nginx`
  expect(imageFaults('f', file)).toEqual([
    'f: node:24-bookworm-slim is not one exact version',
    'f: versity/versitygw:latest is not one exact version',
    'f: nginx is not one exact version',
  ])
})
