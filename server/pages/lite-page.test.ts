import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { LITE_STYLE_HASH, litePage } from './lite-page'

const HEAD =
  '<meta charSet="utf-8"/><meta name="viewport" content="width=device-width"/><link rel="stylesheet" href="/a.css" data-precedence="next"/><link rel="preload" as="script" href="/a.js"/><script src="/islands/boot.js" data-island=""></script><title>如何写 <script> 标签</title><meta name="description" content="文"/><meta property="og:title" content="文"/><meta name="twitter:card" content="summary"/><link rel="canonical" href="https://paper.example/2026/11/20/a"/><link rel="alternate" type="application/atom+xml" href="/feed.xml"/><link rel="icon" href="/icon.svg"/>'
const BODY = '<h1>文<!-- -->章</h1><p title="<script>">&lt;script&gt; <code>&lt;link&gt;</code></p><textarea><style></textarea>'

it('of a page the lite edition keeps what is read, and carries its style itself', () => {
  const data =
    '<script type="application/ld+json">{"a":"<p>"}</script><script type="module" src="/islands/a.js" data-island=""></script>'
  const page = litePage(`<!DOCTYPE html><html lang="zh-CN"><head>${HEAD}</head><body>${data}${BODY}${data}</body></html>`)
  const [, style = ''] = /<style>([^<]*)<\/style>/.exec(page) ?? []
  expect(style).toContain('prefers-color-scheme: dark')
  expect(LITE_STYLE_HASH).toBe(`sha256-${createHash('sha256').update(style).digest('base64')}`)
  expect(page).toBe(
    `<!DOCTYPE html><html lang="zh-CN"><head><meta charSet="utf-8"/><meta name="viewport" content="width=device-width"/><title>如何写 <script> 标签</title><meta name="description" content="文"/><link rel="canonical" href="https://paper.example/2026/11/20/a"/><link rel="icon" href="/icon.svg"/><style>${style}</style></head><body>${BODY.replace('<!-- -->', '')}</body></html>`,
  )
})

it('a page that cannot be read whole is not sent', () => {
  expect(() => litePage('<html><head></head><body><script>1')).toThrow('never ends')
  expect(() => litePage('<p>文</p>')).toThrow('no head')
})
