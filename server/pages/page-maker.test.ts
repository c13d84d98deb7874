import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { EVERYTHING } from '@/newsroom/cache-tags'
import { readAddress } from '@/newsroom/page-address'
import type { PageAddress } from './make-page'
import { bodyOf, type Page } from './page'
import { PageMaker } from './page-maker'
import { PageStore } from './page-store'
import type { Rendered } from './render'
import { Busy } from './render-queue'

const at = (target: string) => readAddress(target) as PageAddress
const rendered = (text: string, over: Partial<Rendered> = {}): Rendered => ({
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: Buffer.from(`<p>${text}</p><script>x()</script>`),
  tags: ['article:a'],
  untilMs: Number.POSITIVE_INFINITY,
  fromNextCache: false,
  ...over,
})
const bytes = (page: Page) => bodyOf(page, 'identity')
const body = (page: Page) => bytes(page).toString()
const cacheControl = ({ representations }: Page) => {
  const { full } = representations.identity
  return full[full.indexOf('Cache-Control') + 1]
}

function site(render: (key: string, turn: number) => Rendered | Promise<Rendered>) {
  const store = new PageStore(10_000_000)
  let turn = 0
  return { store, maker: new PageMaker(store, async (key) => await render(key, ++turn), 'https://news.example') }
}

describe('PageMaker', () => {
  it('renders an address once for all who wait for it', async () => {
    const { maker, store } = site((_, turn) => rendered(`第${turn}次`))
    const pages = await Promise.all(Array.from({ length: 50 }, () => maker.make(at('/a'))))
    expect(new Set(pages.map(body))).toEqual(new Set(['<p>第1次</p>']))
    expect(store.get('/a')).toBe(pages[0])
  })

  it('renders again when something it read changed meanwhile', async () => {
    const { maker, store } = site((_, turn) => {
      if (turn === 1) store.invalidate(['article:a'])
      if (turn === 2) store.invalidate(['article:other'])
      return rendered(`第${turn}次`)
    })
    expect(body(await maker.make(at('/a')))).toBe('<p>第2次</p>')
    expect(store.get('/a')).toBeDefined()
  })

  it('after two repeats sends what it has, and keeps it from everyone', async () => {
    const { maker, store } = site((_, turn) => {
      store.invalidate([turn === 2 ? EVERYTHING : 'article:a'])
      return rendered(`第${turn}次`)
    })
    const page = await maker.make(at('/a'))
    expect([body(page), cacheControl(page), maker.renders]).toEqual(['<p>第3次</p>', 'private, no-store', 3])
    expect(store.get('/a')).toBeUndefined()
  })

  it.each([
    ['a page that Next had in a cache of its own', { fromNextCache: true }, '/a'],
    ['a page whose instant has passed', { untilMs: Date.now() - 1 }, '/a'],
    ['a search', {}, '/search?q=a'],
    ['a preview', {}, '/preview/abc'],
  ])('does not keep %s', async (_, over, target) => {
    const { maker, store } = site(() => rendered('文', over))
    expect(cacheControl(await maker.make(at(target)))).toMatch(/^private/)
    expect(store.size).toBe(0)
  })

  it('keeps bytes that are no HTML as they are', async () => {
    const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe, 0x00, 0x3c])
    const { maker } = site(() => rendered('', { headers: { 'content-type': 'image/png' }, body: png }))
    expect(bytes(await maker.make(at('/card/a.png')))).toEqual(png)
  })

  it('keeps a long text in its codings only, and unpacks it for whoever takes none', async () => {
    const text = '河水退去，码头照常开船。'.repeat(100)
    const { maker } = site(() => rendered(text))
    const page = await maker.make(at('/a'))
    expect([page.representations.identity.whole, body(page)]).toEqual([null, `<p>${text}</p>`])
    expect(gunzipSync(bodyOf(page, 'gzip')).toString()).toBe(body(page))
    const { full } = page.representations.identity
    expect(full[full.indexOf('Content-Length') + 1]).toBe(String(bytes(page).length))
  })

  it('says articles, lists and short links differently to an edge', async () => {
    const { maker } = site(() => rendered('文'))
    expect(cacheControl(await maker.make(at('/2022/02/08/9f3k2m8p1q')))).toBe(
      'public, max-age=0, s-maxage=1, stale-if-error=600, no-transform',
    )
    expect(cacheControl(await maker.make(at('/category/a')))).toContain('s-maxage=1, stale-while-revalidate=5')
    expect(cacheControl(await maker.make(at('/s/9f3k2m8p1q')))).toBe('private, no-store')
  })

  it('keeps a redirect of the site as a path without a body', async () => {
    const { maker } = site(() =>
      rendered('', {
        status: 308,
        headers: { location: 'https://news.example/2022/02/08/9f3k2m8p1q', 'content-type': 'text/plain' },
      }),
    )
    const page = await maker.make(at('/old/2022/02/08/a.html'))
    expect(bytes(page).length).toBe(0)
    expect(page.representations.identity.full.slice(0, 2)).toEqual(['location', '/2022/02/08/9f3k2m8p1q'])
  })

  it('fails for all who wait when the render fails, and tries again for the next', async () => {
    const { maker } = site((_, turn) => {
      if (turn === 1) throw new Error('数据库不在')
      return turn === 2 ? rendered('', { status: 500 }) : rendered('好')
    })
    await expect(maker.make(at('/a'))).rejects.toThrow('数据库不在')
    await expect(maker.make(at('/a'))).rejects.toThrow('/a answered 500')
    expect(body(await maker.make(at('/a')))).toBe('<p>好</p>')
  })

  it('takes a bounded number, then asks to come again', async () => {
    let release: (value: Rendered) => void = () => {}
    const gate = new Promise<Rendered>((resolve) => {
      release = resolve
    })
    const { maker } = site(() => gate)
    const asked = Array.from({ length: 300 }, (_, n) =>
      maker.make(at(`/${n}x`)).then(
        () => 'made',
        (error) => error instanceof Busy && 'busy',
      ),
    )
    await new Promise((resolve) => setTimeout(resolve, 20))
    release(rendered('文'))
    const answers = await Promise.all(asked)
    expect(answers.filter((answer) => answer === 'made')).toHaveLength(204)
    expect(answers.filter((answer) => answer === 'busy')).toHaveLength(96)
  })
})
