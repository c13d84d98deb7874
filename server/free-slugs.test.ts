import { expect, it } from 'vitest'
import { freeSlugs } from './free-slugs'

const taken =
  (...slugs: string[]) =>
  async (asked: string[]) =>
    slugs.filter((slug) => asked.includes(slug.toLowerCase())).map((slug) => ({ slug }))

it('gives each name the slug it wants, as it is written', async () => {
  expect(await freeSlugs(['21Tech', 'xinxiangribao'], taken())).toEqual(['21Tech', 'xinxiangribao'])
})

it('counts on where a slug is in use, before or within the list, whatever its case', async () => {
  expect(await freeSlugs(['Techweb', 'techweb', 'TECHWEB', 'a'], taken('TechWeb', 'techweb-3'))).toEqual([
    'Techweb-2',
    'techweb-4',
    'TECHWEB-5',
    'a',
  ])
})
