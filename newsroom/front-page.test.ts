import { expect, test } from 'vitest'
import type { ArticleCard, Picture } from './article'
import { chooseFrontPage } from './front-page'

const PICTURE: Picture = {
  id: 'a',
  renditions: [{ src: '/media/a.webp', width: 960, height: 640 }],
  modern: [],
  alt: '',
  caption: null,
  credit: null,
  focalX: 0.5,
  focalY: 0.5,
  aiGenerated: false,
}

function card(id: string, pictured = false): ArticleCard {
  const picture = pictured ? PICTURE : null
  return {
    id,
    headline: id,
    kicker: null,
    standfirst: null,
    publishedAt: new Date(0),
    source: null,
    category: null,
    picture,
    otherOutlets: 0,
  }
}
const ids = (cards: ArticleCard[]) => cards.map(({ id }) => id).join('')

test('what has a picture leads, the rest rolls on by time', () => {
  const { leads, newest } = chooseFrontPage([card('a'), card('b', true), card('c'), card('d', true), card('e')])
  expect(ids(leads)).toBe('bda')
  expect(ids(newest)).toBe('ce')
})

test('without pictures the newest lead', () => expect(ids(chooseFrontPage([...'abcd'].map((id) => card(id))).leads)).toBe('abc'))
test('an empty paper has an empty front page', () => expect(chooseFrontPage([])).toEqual({ leads: [], newest: [] }))
test('what somebody chose leads in their order, pictures or not; only places left over fill themselves', () => {
  const newest = [card('a'), card('b', true), card('c')]
  const { leads, newest: rolling } = chooseFrontPage(newest, [card('z'), card('c')])
  expect(ids(leads)).toBe('zcb')
  expect(ids(rolling)).toBe('a')
  expect(
    ids(
      chooseFrontPage(
        newest,
        [...'vwxyz'].map((id) => card(id)),
      ).leads,
    ),
  ).toBe('vwxyz')
})
