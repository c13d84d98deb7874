import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Dice } from './dice'
import { written } from './raw'
import { PROJECT } from './site'

/** A place that takes something: a route by its method, or an action by a page that has it. */
export interface Door {
  method: string
  address: string
  action?: string
}

export interface BadInput {
  what: string
  bytes: Buffer
  /** hangs up before it has sent what it promised */
  cut?: true
}

/** Every route handler that there is, as the tree has them, and every action, as the build knows them. */
export function doorsOf(): Door[] {
  const routes = globSync('app/**/route.{ts,tsx}', { cwd: PROJECT }).flatMap((file) =>
    [
      ...readFileSync(join(PROJECT, file), 'utf8').matchAll(
        /export (?:async )?(?:function|const) (GET|POST|PUT|PATCH|DELETE)\b/g,
      ),
    ].map(([, method = '']) => ({ method, address: addressOf(file) })),
  )
  const manifest = JSON.parse(readFileSync(join(PROJECT, '.next/server/server-reference-manifest.json'), 'utf8')) as {
    node: Record<string, { workers: Record<string, unknown> }>
  }
  const actions = Object.entries(manifest.node).map(([action, { workers }]) => ({
    ...{ method: 'POST', action },
    address: addressOf(`${Object.keys(workers)[0]}.tsx`),
  }))
  const pages = globSync('app/**/page.tsx', { cwd: PROJECT }).map((file) => ({ method: 'GET', address: addressOf(file) }))
  const own = ['/healthz', '/readyz', '/metrics', '/read', '/speculation-rules.json', '/search', '/suggest.json']
  return [...routes, ...actions, ...pages, ...own.map((address) => ({ method: address === '/read' ? 'POST' : 'GET', address }))]
}

const addressOf = (file: string) =>
  file
    .replace(/^\.?\/?app/, '')
    .replace(/\/(page\.tsx|route\.tsx?)$/, '')
    .replace(/\/\([^/]+\)/g, '') || '/'

const MEGABYTE = 1_000_000
const PARAMETERS =
  `q view before after cursor limit from to sort category tag source type ids fields updatedSince id next done format as
  show filter url infoCode page name kind token month actor action subject v`.split(/\s+/)
const PLACES = [
  '0000000000',
  'x'.repeat(43),
  '%00',
  '%ff',
  '%F0%9F%92%A9',
  '-1',
  '1e400',
  '99999999999999999999',
  '__proto__',
  'constructor',
]
const VALUES = [
  ...[
    '%00',
    '%ff',
    '%',
    '%0d%0aX-Injected:1',
    '-1',
    '1e400',
    '99999999999999999999',
    '2026-02-30',
    '0001-01-01',
    '9999-12-31',
    'NaN',
  ],
  ...[
    "'%20OR%201=1--",
    '%22%3E%3Cscript%3E',
    '%7B%22%24ne%22:1%7D',
    '__proto__',
    '..%2f..%2f',
    '%E4%B8',
    '%ED%A0%80',
    '%F4%90%80%80',
  ],
  ...[
    'a'.repeat(1_500),
    '%22',
    '%5B%5D',
    '%5C',
    '%27%22%60',
    '%E2%80%AE',
    '*',
    '-',
    '!',
    '&q=1&q[]=2',
    '=',
    '',
    '[0]=1',
    '%25',
    '+'.repeat(50),
  ],
]
const POLLUTED = '{"__proto__":{"role":"administrator","isAdmin":true},"constructor":{"prototype":{"role":"administrator"}}}'
const JSONS = [
  ...[
    '',
    '{',
    '[',
    'null',
    'true',
    '1e999',
    '"',
    '{"a":}',
    '[,]',
    'NaN',
    "{'a':1}",
    '\ufeff{}',
    '{}',
    '[]',
    '""',
    '[[]]',
    '{"":1}',
    POLLUTED,
  ],
  ...['{"email":{"$gt":""},"password":{"$gt":""}}', '{"email":["a"],"password":1}', '{"email":"a","email":"b"}', '["__proto__"]'],
  ...[
    '{"clientId":"x","baseVersion":-1e308,"content":{}}',
    '{"clientId":"\\u0000","edit":1}',
    '{"headline":"\\ud800","bodyHtml":"\\u0000"}',
  ],
  ...[
    '[9007199254740993,-1,1.5,2147483648,-2147483649]',
    '[2147483647,{}]',
    '[1e21,null,null]',
    '["\\u0000",{"__proto__":null}]',
  ],
  ...[
    '["$F1"]',
    '["$@0"]',
    '["$K1"]',
    '["$Q1","$W1","$i1","$B1"]',
    '["$undefined","$Infinity","$NaN","$-0"]',
    '["$D2026-02-30","$n1x"]',
  ],
  ...['["$1:__proto__:then"]', '["$h1"]', '["$T"]', '{"then":"$1:__proto__:then"}', '["$$$$"]', '["$ACTION_1","$L1"]', '"$r"'],
]
const TYPES = [
  'application/json',
  'text/plain;charset=UTF-8',
  'multipart/form-data; boundary=b',
  'application/x-www-form-urlencoded',
  'image/png',
  'application/json; charset=utf-16',
  '',
  'x',
]
const PART = (name: string, value: string) => `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
const FORMS = [
  ...[
    `${PART('0', '["$K1"]')}${PART('1_email', 'a')}--b--\r\n`,
    `${PART('$ACTION_ID_x', '')}--b--\r\n`,
    `${PART('$ACTION_REF_1', '')}--b--\r\n`,
  ],
  ...[
    `${PART('__proto__', 'x')}${PART('constructor', 'y')}--b--\r\n`,
    PART('0', '[]'),
    '--b--\r\n',
    '--b\r\n\r\n',
    `${PART('0', '"$1"')}${PART('1', '"$0"')}--b--\r\n`,
  ],
]

/** One of endlessly many things that nobody should have to be afraid of. */
export function badInput(site: string, { method, address, action }: Door, dice: Dice, cookie: string): BadInput {
  const place = () => dice.oneOf(PLACES as [string, ...string[]])
  const path = address.replace(/\[\.{0,3}\w+\]/g, () => (dice.throw() < 0.5 ? '3n8v5w2k7q' : place()))
  const query = dice.throw() < 0.6 ? `?${parameters(dice)}` : ''
  const headers: Record<string, string> = { Origin: site, ...(cookie && { Cookie: cookie }) }
  if (action) Object.assign(headers, { 'Next-Action': dice.throw() < 0.85 ? action : place(), Accept: 'text/x-component' })
  if (method === 'GET') return made(site, method, path + query, headers, { name: 'none', body: Buffer.alloc(0) })
  const sent = body(dice)
  headers['Content-Type'] = sent.type ?? dice.oneOf(TYPES as [string, ...string[]])
  if (headers['Content-Type'] === '') delete headers['Content-Type']
  return made(site, method, path + (action ? '' : query), headers, sent)
}

function parameters(dice: Dice): string {
  if (dice.throw() < 0.05) return 'a=1&'.repeat(480)
  return Array.from({ length: dice.between(1, 4) }, () => {
    const name = dice.oneOf(PARAMETERS as [string, ...string[]])
    return `${name}=${dice.oneOf(VALUES as [string, ...string[]])}`
  }).join('&')
}

interface Sent {
  name: string
  body: Buffer
  type?: string
  /** promised, and not sent */
  missing?: number
  chunked?: true
}

function body(dice: Dice): Sent {
  const json = () => dice.oneOf(JSONS as [string, ...string[]])
  const kinds: [() => Sent, ...(() => Sent)[]] = [
    () => ({ name: 'JSON', body: Buffer.from(json()) }),
    () => ({ name: 'JSON as JSON', body: Buffer.from(json()), type: 'application/json' }),
    () => ({ name: 'an argument', body: Buffer.from(`[${json() || '0'},${json() || '0'}]`), type: 'text/plain;charset=UTF-8' }),
    () => ({
      name: 'a form',
      body: Buffer.from(dice.oneOf(FORMS as [string, ...string[]])),
      type: 'multipart/form-data; boundary=b',
    }),
    () => ({ name: 'no UTF-8', body: Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0xc0, 0x22, 0x3a, 0x31, 0x7d]) }),
    () => ({ name: 'noise', body: Buffer.from(Array.from({ length: 200 }, () => dice.between(0, 255))) }),
    () => ({ name: 'depth', body: Buffer.from('['.repeat(20_000) + ']'.repeat(dice.between(0, 1) * 20_000)) }),
    () => ({ name: 'an upload that breaks off', body: Buffer.from('{"email":'), missing: 1_000 }),
    () => ({ name: 'chunks that break off', body: Buffer.from('{"email":'), chunked: true }),
    () => ({
      name: 'keys',
      body: Buffer.from(`{${Array.from({ length: 5_000 }, (_, index) => `"k${index}":1`).join()}}`),
      type: 'application/json',
    }),
  ]
  if (dice.throw() < 0.01) return { name: 'a huge body', body: Buffer.alloc(dice.oneOf([2, 14]) * MEGABYTE, '["x",') }
  return dice.oneOf(kinds)()
}

function made(site: string, method: string, target: string, headers: Record<string, string>, sent: Sent): BadInput {
  const { name, body: bytes, missing = 0, chunked } = sent
  const told: Record<string, string> =
    method === 'GET' ? {} : chunked ? { 'Transfer-Encoding': 'chunked' } : { 'Content-Length': String(bytes.length + missing) }
  const head = Buffer.from(written(site, method, target, { ...headers, ...told }), 'latin1')
  const chunk = Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from('\r\nff\r\nx')])
  const what = `${method} ${target.slice(0, 120)} ${headers['Next-Action'] ? `action ${headers['Next-Action']?.slice(0, 12)} ` : ''}${name} ${bytes.subarray(0, 60)}`
  return { what, bytes: Buffer.concat([head, chunked ? chunk : bytes]), ...((missing > 0 || chunked) && { cut: true as const }) }
}
