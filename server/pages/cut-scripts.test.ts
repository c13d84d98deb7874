import { expect, test } from 'vitest'
import { cutScripts } from './cut-scripts'

const framework = '<script src="/_next/static/chunks/a.js" async=""></script>'
const preload = '<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/a.js"/>'
const payload = '<script>self.__next_f.push([1,"<h1>文</h1>"])</script>'

test.each([
  ['<img alt="<script>" src="/a.png"><p>正文</p>'],
  ["<img alt='</script><script>x()</script>'>正文"],
  ['<title>如何写 <script> 标签</title><p>正文</p>'],
  ['<p title="&lt;script&gt;">&lt;script&gt;alert(1)&lt;/script&gt;</p>'],
  ['<code>&lt;link rel=preload as=script&gt;</code>'],
  ['<!-- <script>x()</script> --><p>正文</p>'],
  ['<textarea><script>x()</script></textarea><p>正文</p>'],
  ['<script type="application/ld+json">{"headline":"<script>\\u003c/script>"}</script>'],
  ['<script type="speculationrules">{"prefetch":[]}</script>'],
  ['<script type="module" src="/islands/share.js" data-island=""></script>'],
  ['<link rel="stylesheet" href="/a.css"/><link rel="preload" as="image" href="/a.webp"/>'],
  ['<p>一\r\n二\r\n\u{20000}三 😀</p>'],
])('%s stays byte for byte, whatever is cut around it', (body) => {
  const page = `<!DOCTYPE html><html><head>${preload}${framework}</head><body>${body}${payload}${framework}</body></html>`
  expect(cutScripts(page)).toBe(`<!DOCTYPE html><html><head></head><body>${body}</body></html>`)
})

test('places stay right across chunks of the tokenizer, lines of both kinds and pairs of surrogates', () => {
  const long = '\u{2A6D6}字\r\n<b alt="<script>">粗</b>\n'.repeat(20_000)
  expect(cutScripts(`${framework}${long}${payload}${long}${preload}`)).toBe(long + long)
})

test.each([
  '<SCRIPT>x()</SCRIPT >',
  '<script type="module" src="/_next/a.js"></script>',
  '<script type="application/json">1</script>',
  '<script><!--<script>x()</script>--></script>',
  '<link rel="modulepreload" href="/a.js">',
  '<link as=script rel="x preload" href=a>',
])('%s is cut', (script) => {
  expect(cutScripts(`<p>前</p>${script}<p>后</p>`)).toBe('<p>前</p><p>后</p>')
})

test('a script that never ends is an error, not half a page', () => {
  expect(() => cutScripts('<p>前</p><script>x()')).toThrow('never ends')
})
