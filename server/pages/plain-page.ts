import { createHash } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { ON_HTML } from './headers'

/** The page server's own answers, for when Next cannot be asked. Their words live here: they must not depend on anything. */
const WORDS = {
  400: {
    zh: ['地址无法识别', '请检查网址是否完整，或从首页重新进入。'],
    en: ['This address cannot be read', 'Please check it, or start from the front page.'],
  },
  403: {
    zh: ['请在本站的页面上操作', '这个请求来自别的网站，没有执行。'],
    en: ['Please do this on a page of this site', 'The request came from another site and was not carried out.'],
  },
  404: {
    zh: ['没有找到这个页面', '它可能已经移走，或者网址有误。'],
    en: ['This page was not found', 'It may have moved, or the address is wrong.'],
  },
  405: {
    zh: ['这里只能阅读', '此地址不接受这种请求。'],
    en: ['This address can only be read', 'It does not take this kind of request.'],
  },
  408: {
    zh: ['请求没有发完', '网络可能太慢，请再试一次。'],
    en: ['The request did not arrive in time', 'The network may be slow. Please try again.'],
  },
  429: {
    zh: ['操作太频繁了', '请等几秒钟，再试一次。'],
    en: ['Too many requests', 'Please wait a few seconds, then try again.'],
  },
  431: {
    zh: ['网址太长了', '如果是在搜索，请把搜索词减到 100 个字以内。'],
    en: ['This address is too long', 'If you were searching, please use at most 100 characters.'],
  },
  500: {
    zh: ['页面暂时打不开', '我们正在处理，请稍后再试。'],
    en: ['This page cannot be shown right now', 'We are on it. Please try again in a moment.'],
  },
  503: {
    zh: ['网站正忙', '请等几秒钟，再刷新一次。'],
    en: ['Busy at the moment', 'Please wait a few seconds, then reload.'],
  },
  /** to staff */
  database: {
    zh: ['数据库暂时没有回应', '写好的文字都还在编辑页里，恢复后会自动保存。请等几秒钟，再试一次。'],
    en: [
      'The database does not answer right now',
      'What you wrote is kept by the page you write on. Please try again in a few seconds.',
    ],
  },
} as const

export type PlainStatus = Exclude<keyof typeof WORDS, 'database'>

const STYLE =
  'body{max-width:34rem;margin:18vh auto 0;padding:0 1.25rem;font:1.0625rem/1.8 system-ui,sans-serif;color:#1a1a1a;background:#fff}h1{font-size:1.5rem;line-height:1.4}a{color:inherit}@media(prefers-color-scheme:dark){body{color:#e8e6e3;background:#161514}}'
export const PLAIN_CSP = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

const wordsOf = (status: PlainStatus, locale: string, reason: string) =>
  WORDS[reason === 'length' ? 431 : reason === 'database' ? reason : status][locale.startsWith('zh') ? 'zh' : 'en']

export function plainHtml(status: PlainStatus, locale: string, reason = ''): string {
  const zh = locale.startsWith('zh')
  const [title, advice] = wordsOf(status, locale, reason)
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${title}</title><style>${STYLE}</style></head><body><main><h1>${title}</h1><p>${advice}${reason && ` (${reason})`}</p><p><a href="/">${zh ? '回到首页' : 'To the front page'}</a></p></main></body></html>`
}

/** What programs ask for, they are told in their own form (RFC 9457). */
const MACHINE = /^\/(?:api\/|[\w-]+\.json(?:$|\?))/

function plainProblem(status: PlainStatus, locale: string, reason = ''): string {
  const [title, detail] = wordsOf(status, locale, reason)
  return JSON.stringify({ title, status, detail, ...(reason && { reason }) })
}

/** `reason` is one of our own words, never the visitor's. */
export function sendPlainPage(
  res: ServerResponse,
  { status, locale, reason, headers = [] }: { status: PlainStatus; locale: string; reason?: string; headers?: string[] },
): void {
  const machine = MACHINE.test(res.req.url ?? '')
  const body = Buffer.from((machine ? plainProblem : plainHtml)(status, locale, reason))
  res.writeHead(status, [
    'Content-Type',
    machine ? 'application/problem+json; charset=utf-8' : 'text/html; charset=utf-8',
    'Content-Length',
    String(body.length),
    'Cache-Control',
    'private, no-store',
    'Content-Security-Policy',
    PLAIN_CSP,
    ...ON_HTML,
    ...headers,
  ])
  res.end(res.req.method === 'HEAD' ? undefined : body)
}
