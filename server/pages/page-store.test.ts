import { describe, expect, it } from 'vitest'
import { EVERYTHING, UNHEARD } from '@/newsroom/cache-tags'
import type { Page } from './page'
import { PageStore } from './page-store'
import { makeWhole } from './send-whole'

const page = (key: string, tags: string[], over: Partial<Page> = {}): Page => ({
  key,
  section: 'other',
  deep: false,
  status: 200,
  representations: { identity: { etag: '', full: [], notModified: [], whole: makeWhole(200, [], Buffer.from(key)) } },
  tags,
  untilMs: Number.POSITIVE_INFINITY,
  droppedMs: null,
  sizeBytes: 5_000,
  ...over,
})

describe('PageStore', () => {
  it('drops exactly the pages that read a tag', () => {
    const store = new PageStore(1_000_000)
    store.keep(page('/a', ['article:a', 'categories']))
    store.keep(page('/b', ['article:b']))
    expect(store.invalidate(['article:a', 'unknown'])).toBe(1)
    expect(store.get('/a')).toBeUndefined()
    expect(store.get('/b')?.key).toBe('/b')
    expect(store.invalidate([EVERYTHING])).toBe(1)
    expect(store.get('/b')).toBeUndefined()
  })

  it('lets a list stand in when it cannot be rendered, the text of an article never', () => {
    const store = new PageStore(1_000_000)
    store.keep(page('/list', ['list:site']))
    store.keep(page('/article', ['article:a', 'neighbours:a']))
    store.keep(page('/gone', ['article:g'], { status: 410 }))
    store.invalidate(['list:site', 'neighbours:a'])
    expect(store.get('/list')).toBeUndefined()
    expect(store.lastGood('/list', false)?.key).toBe('/list')
    expect(store.lastGood('/article', false)?.key).toBe('/article')
    store.invalidate(['article:a'])
    expect(store.lastGood('/article', true)).toBeUndefined()
    store.invalidate([EVERYTHING])
    expect(store.lastGood('/list', false)?.key).toBe('/list')
    expect(store.lastGood('/gone', true)).toBeUndefined()
    expect(store.lastGood('/list', true, Date.now() + 4_000_000)).toBeUndefined()
  })

  it('lets an article that may have changed unheard stand in while there is no database, and not where it is known to have changed', () => {
    const store = new PageStore(1_000_000)
    for (const name of ['a', 'b', 'c']) store.keep(page(`/${name}`, [`article:${name}`]))
    expect(store.invalidate([UNHEARD, 'article:b'])).toBe(3)
    expect(store.get('/a')).toBeUndefined()
    expect(store.lastGood('/a', false)).toBeUndefined()
    expect(store.lastGood('/a', true)?.key).toBe('/a')
    expect(store.lastGood('/b', true)).toBeUndefined()
    store.invalidate([EVERYTHING])
    expect(store.lastGood('/c', true)).toBeUndefined()
    const watch = store.watch()
    store.invalidate([UNHEARD])
    expect(watch.touched(['article:new'])).toBe(true)
    watch.end()
  })

  it('ends a page at its instant', () => {
    const store = new PageStore(1_000_000)
    store.keep(page('/', [], { untilMs: 1_000 }))
    expect(store.get('/', 999)?.key).toBe('/')
    expect(store.get('/', 1_000)).toBeUndefined()
    expect(store.lastGood('/', false, 1_000)?.key).toBe('/')
  })

  it('knows what changed while a render was under way', () => {
    const store = new PageStore(1_000_000)
    store.invalidate(['a'])
    const watch = store.watch()
    store.invalidate(['b'])
    expect([watch.touched(['a']), watch.touched(['b'])]).toEqual([false, true])
    store.invalidate([EVERYTHING])
    expect(watch.touched([])).toBe(true)
    watch.end()
  })

  it('lets no walk through a million drawn images push a page out', () => {
    const store = new PageStore(1_000_000)
    store.keep(page('/a', []))
    for (let n = 0; n < 500; n++) store.keep(page(`/card/${n}.png`, [], { section: 'picture' }))
    expect(store.get('/a')?.key).toBe('/a')
    expect(store.get('/card/499.png')?.key).toBe('/card/499.png')
  })

  it('stays under its bound and forgets the tags of what it pushes out', () => {
    const store = new PageStore(1_000_000)
    for (let n = 0; n < 5_000; n++) store.keep(page(`/${n}`, [`article:${n}`, 'categories']))
    expect(store.sizeBytes).toBeLessThanOrEqual(1_000_000)
    expect(store.tagCount).toBe(store.size + 1)
    store.invalidate([EVERYTHING])
    expect([store.size, store.tagCount]).toEqual([0, 0])
  })

  it('does not let guessed addresses or made-up cursors push pages out', () => {
    const store = new PageStore(1_000_000)
    for (let n = 0; n < 100; n++) store.keep(page(`/page-${n}`, []))
    for (let n = 0; n < 5_000; n++) store.keep(page(`/missing-${n}`, [`redirect:/missing-${n}`], { status: 404 }))
    for (let n = 0; n < 5_000; n++) store.keep(page(`/list?before=${n}`, [], { deep: true }))
    for (let n = 0; n < 100; n++) expect(store.get(`/page-${n}`)).toBeDefined()
  })

  it('holds one page for an address, whatever its status was before', () => {
    const store = new PageStore(1_000_000)
    store.keep(page('/a', ['redirect:/a'], { status: 404 }))
    store.keep(page('/a', ['article:a']))
    expect([store.get('/a')?.status, store.size, store.tagCount]).toEqual([200, 1, 1])
    store.keep(page('/a', ['article:a'], { status: 410 }))
    expect([store.get('/a')?.status, store.size, store.tagCount]).toEqual([410, 1, 1])
  })
})
