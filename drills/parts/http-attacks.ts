import { written } from './raw'

/** An attack on how addresses and headers are read; `bytes` as they go over the wire. */
export interface HttpAttack {
  what: string
  bytes: string
}

export const EVIL = 'evil.example'

/** Headers that some server or cache believes, and that must not change a byte of what others get. */
const UNKEYED: Record<string, string>[] = [
  { 'X-Forwarded-Host': EVIL },
  { 'X-Forwarded-Proto': 'https', 'X-Forwarded-Port': '444', 'X-Forwarded-Prefix': `//${EVIL}` },
  { 'X-Forwarded-For': '127.0.0.1', 'X-Real-IP': '127.0.0.1', Forwarded: `for=127.0.0.1;host=${EVIL};proto=https` },
  { 'X-Original-URL': '/admin', 'X-Rewrite-URL': '/admin', 'X-Forwarded-Path': '/admin' },
  { 'X-HTTP-Method-Override': 'POST', 'X-Method-Override': 'DELETE', 'X-HTTP-Method': 'PUT' },
  { RSC: '1' },
  { RSC: '1', 'Next-Router-Prefetch': '1', 'Next-Router-State-Tree': '%5B%22%22%5D', 'Next-Url': `/${EVIL}` },
  { 'Next-Router-Segment-Prefetch': '/_tree', RSC: '1' },
  { 'X-Nextjs-Data': '1', 'X-Middleware-Prefetch': '1', Purpose: 'prefetch' },
  { 'X-Middleware-Subrequest': 'middleware:middleware:middleware:middleware:middleware', 'X-Middleware-Rewrite': '/admin' },
  { 'X-Invoke-Path': '/admin', 'X-Invoke-Status': '500', 'X-Matched-Path': '/admin', 'X-Now-Route-Matches': '1=admin' },
  { 'X-Prerender-Revalidate': '1', 'X-Next-Revalidated-Tags': 'x', 'Next-Resume': '1' },
  { 'Next-Action': '0'.repeat(42) },
  { Accept: 'text/x-component' },
  { Accept: 'application/json', 'Accept-Language': 'en', 'User-Agent': `${EVIL} Googlebot` },
  { Cookie: 'desk-locale=en; broadsheet.session=x.y; __prerender_bypass=1; __next_preview_data=1' },
  { Authorization: 'Bearer x', Referer: `https://${EVIL}/`, Origin: `https://${EVIL}` },
  { 'Content-Type': 'multipart/form-data; boundary=x', Expect: '100-continue' },
  { 'Cache-Control': 'no-store', Pragma: 'no-cache', 'X-Cache-Key': EVIL, 'CDN-Loop': EVIL },
  { traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01', 'X-Request-Id': EVIL },
]

/** Each address as it is, with every header that it must not depend on. */
export const poisons = (site: string, addresses: readonly string[]): HttpAttack[] =>
  addresses.flatMap((address) =>
    UNKEYED.map((headers) => ({
      what: `${address} with ${Object.keys(headers).join(', ')}`,
      bytes: written(site, 'GET', address, headers),
    })),
  )

/** Other ways to write an address, and addresses that a cache may take for a file. */
export function confusions(site: string, addresses: readonly string[]): HttpAttack[] {
  const twisted = addresses.flatMap((address) => [
    ...[
      `${address}?_rsc=abc`,
      `${address}?utm=${EVIL}&_rsc=1&__nextDataReq=1`,
      `${address}?view=elder&view=${EVIL}`,
      `${address}#x`,
    ],
    ...[`/${address}`, `${address}/`, `${address}//`, `${address}/.`, `${address}/..`, `${address}/%2e%2e/`, `${address}%2f`],
    ...[`${address};x=1`, `${address}%3bx`, `${address}/x.css`, `${address}%00`, `${address}%0d%0aX-Injected:1`, `${address}\\`],
    ...[
      `${address}.`,
      `${address}%20`,
      address.toUpperCase(),
      `/..${address}`,
      `/%2e%2e${address}`,
      `/.${address}`,
      `/x/..${address}`,
    ],
  ])
  const roots = [
    ...[
      '/%',
      '/%zz',
      '/%ff%fe',
      '/%c0%ae%c0%ae/etc/passwd',
      '/..%2f..%2fetc%2fpasswd',
      '/%2e%2e/%2e%2e/etc/passwd',
      '/\\..\\..\\x',
    ],
    ...[`//${EVIL}/`, `/\\${EVIL}`, `/%5c${EVIL}`, `//${EVIL}/%2f..`, `/%2f%2f${EVIL}`, `///${EVIL}`, `/.${EVIL}`, `/;@${EVIL}`],
    ...[
      '/.git/config',
      '/.env',
      '/.next/BUILD_ID',
      '/_next/data/x/index.json',
      '/_next/image?url=http://169.254.169.254/&w=64&q=1',
    ],
    ...[
      '/package.json',
      '/node_modules/next/package.json',
      '/server/config.ts',
      '/_next/static/../../server/app/page.js',
      '/index.php',
    ],
    ...[`http://${EVIL}/`, 'http://[', `http://169.254.169.254/latest/meta-data/`, '*', 'admin', '', `/${'a'.repeat(3000)}`],
    ...[
      '/media/../../auth-secret',
      '/media/%2e%2e/auth-secret',
      '/media/ab/..%2f..%2fauth-secret',
      '/islands/..%2f..%2fpackage.json',
    ],
    ...[
      '/admin/articles/x.css',
      '/admin/account.js',
      '/admin/;/x.png',
      '/api/v1/me.js',
      '/api/auth/get-session',
      '/admin%2faccount',
    ],
    ...['/ADMIN', '/Admin/account', '//admin/account', '/admin/../admin/account', '/lite/admin/account', '/admin/account/..;/'],
    ...['next', 'returnTo', 'url', 'redirect'].flatMap((name) =>
      [
        `//${EVIL}`,
        `/\\${EVIL}`,
        `https://${EVIL}`,
        `%2f%2f${EVIL}`,
        `/admin%0d%0aX-Injected:1`,
        `/admin/..//${EVIL}`,
        `javascript:1`,
      ].map((to) => `/admin/sign-in?${name}=${to}`),
    ),
  ]
  return [...twisted, ...roots].map((target) => ({ what: target.slice(0, 90), bytes: written(site, 'GET', target) }))
}

/** Requests that two servers in a row may read differently, methods nobody needs, names that are not ours. */
export function malformed(site: string): HttpAttack[] {
  const { host } = new URL(site)
  const head = (lines: string[], line = 'POST /api/auth/sign-in/email HTTP/1.1') => `${[line, ...lines].join('\r\n')}\r\n\r\n`
  const smuggled = `GET /admin HTTP/1.1\r\nHost: ${host}\r\n\r\n`
  const close = 'Connection: close'
  const own = `Host: ${host}`
  const raw: Record<string, string> = {
    'length and chunks': `${head([own, 'Content-Length: 4', 'Transfer-Encoding: chunked', close])}0\r\n\r\n${smuggled}`,
    'two lengths': head([own, 'Content-Length: 0', `Content-Length: ${smuggled.length}`, close]) + smuggled,
    'a list of lengths': head([own, `Content-Length: 0, ${smuggled.length}`, close]) + smuggled,
    'a length with a sign': `${head([own, 'Content-Length: +4', close])}abcd`,
    'an unknown coding': head([own, 'Transfer-Encoding: xchunked', close]) + smuggled,
    'a coding after another': `${head([own, 'Transfer-Encoding: chunked, identity', close])}0\r\n\r\n${smuggled}`,
    'a coding with a space': `${head([own, 'Transfer-Encoding : chunked', close])}0\r\n\r\n${smuggled}`,
    'a bad chunk': `${head([own, 'Transfer-Encoding: chunked', close])}zz\r\nabc\r\n0\r\n\r\n`,
    'a huge chunk': `${head([own, 'Transfer-Encoding: chunked', close])}fffffffffffffffff\r\nabc`,
    'a folded header': head([own, 'X-Long: a', ' b', close], 'GET / HTTP/1.1'),
    'a header without a name': head([own, ': x', close], 'GET / HTTP/1.1'),
    'a header with a null': head([own, 'X-Null: a\0b', close], 'GET / HTTP/1.1'),
    'bare line feeds': `GET / HTTP/1.1\n${own}\n${close}\n\n`,
    'two hosts': head([own, `Host: ${EVIL}`, close], 'GET / HTTP/1.1'),
    'no host': head([close], 'GET / HTTP/1.1'),
    'another host': head([`Host: ${EVIL}`, close], 'GET /admin HTTP/1.1'),
    'a host with a path': head([`Host: ${host}/x@${EVIL}`, close], 'GET /admin HTTP/1.1'),
    'an old version': 'GET / HTTP/0.9\r\n\r\n',
    'a new version': 'GET / HTTP/3.0\r\n\r\n',
    'no HTTP at all': '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
    'a web socket': head(
      [own, 'Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Key: x', 'Sec-WebSocket-Version: 13'],
      'GET /admin HTTP/1.1',
    ),
    'HTTP/2 in clear': 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
    h2c: head([own, 'Connection: Upgrade, HTTP2-Settings', 'Upgrade: h2c', 'HTTP2-Settings: AAMAAABkAAQAAP__'], 'GET / HTTP/1.1'),
    'a huge header': head([own, `X-Big: ${'a'.repeat(20_000)}`, close], 'GET / HTTP/1.1'),
    'many headers': head([own, ...Array.from({ length: 3_000 }, (_, index) => `A${index}: b`), close], 'GET / HTTP/1.1'),
    'a huge cookie': head([own, `Cookie: broadsheet.session=${'a'.repeat(15_000)}`, close], 'GET /admin HTTP/1.1'),
  }
  const methods = [
    'TRACE',
    'TRACK',
    'CONNECT',
    'PUT',
    'DELETE',
    'PATCH',
    'OPTIONS',
    'PROPFIND',
    'PURGE',
    'BAN',
    'POST',
    'M-SEARCH',
  ]
  const targets = ['/', '/feed.xml', '/healthz', '/admin', '/api/v1/articles', '/api/v1/ingest', '/api/auth/sign-out']
  return [
    ...Object.entries(raw).map(([what, bytes]) => ({ what, bytes })),
    ...methods.flatMap((method) =>
      targets.map((target) => ({
        what: `${method} ${target}`,
        bytes: written(site, method, target, { Origin: `https://${EVIL}` }),
      })),
    ),
    { what: 'CONNECT elsewhere', bytes: head([`Host: ${EVIL}:443`, close], `CONNECT ${EVIL}:443 HTTP/1.1`) },
  ]
}
