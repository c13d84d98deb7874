import { describe, expect, it } from 'vitest'
import { stateWords } from './state-words'

const words = (...given: Parameters<typeof stateWords>) => stateWords(...given).map(({ key, colour }) => `${key} ${colour}`)

describe('the words of a state', () => {
  it('says of what nobody sees yet where its draft stands', () => {
    expect(words('draft', 'unpublished')).toEqual(['workflow.draft draft'])
    expect(words('second_review', 'unpublished')).toEqual(['workflow.second_review waiting'])
    expect(words('ready', 'unpublished')).toEqual(['workflow.ready ready'])
  })

  it('says of a live article that it is live, and of a change to it where that stands', () => {
    expect(words('ready', 'live')).toEqual(['publication.live live'])
    expect(words('returned', 'live')).toEqual(['publication.live live', 'workflow.returned returned'])
  })

  it('says of a withdrawn article nothing else', () => {
    expect(words('draft', 'withdrawn')).toEqual(['publication.withdrawn withdrawn'])
  })
})
