import { describe, expect, it } from 'vitest'
import { pickRelated, tagRarity } from './related'

const at = (day: string) => new Date(`${day}T00:00:00Z`)
const candidate = (id: string, headline: string, tagIds: number[], day = '2022-05-01') => ({
  id,
  headline,
  tagIds,
  publishedAt: at(day),
})
const article = {
  headline: '卫河湿地公园开园',
  publishedAt: at('2022-05-03'),
  tags: [
    { id: 1, rarity: 0 },
    { id: 2, rarity: 6 },
  ],
}
const ids = (candidates: ReturnType<typeof candidate>[], count = 5) => pickRelated(article, candidates, count).map(({ id }) => id)

describe('pickRelated', () => {
  it('puts a rare tag before one that everything has', () => {
    expect(ids([candidate('common', '粮价平稳', [1]), candidate('rare', '麦收时节', [2])])).toEqual(['rare', 'common'])
  })

  it('knows a story by its words', () => {
    expect(ids([candidate('else', '粮价平稳', [1]), candidate('same', '卫河湿地公园动工', [1])])).toEqual(['same', 'else'])
  })

  it('prefers what is near in time, all else being equal', () => {
    const [older, newer] = [candidate('older', '甲', [1], '2019-05-01'), candidate('newer', '乙', [1], '2022-05-02')]
    expect(ids([older, newer])).toEqual(['newer', 'older'])
  })

  it('gives as many as are asked for', () => {
    expect(ids([candidate('a', '', []), candidate('b', '', []), candidate('c', '', [])], 2)).toHaveLength(2)
  })
})

describe('tagRarity', () => {
  it('grows with the time the last few took', () => {
    expect(tagRarity(at('2022-05-03'), [])).toBe(0)
    expect(tagRarity(at('2022-05-03'), [at('2022-05-02')])).toBe(1)
    expect(tagRarity(at('2022-05-03'), [at('2022-05-02'), at('2022-04-02')])).toBe(5)
  })
})
