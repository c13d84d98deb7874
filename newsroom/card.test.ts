import { describe, expect, it, test } from 'vitest'
import { cutCard, cutOf, drawnCard, readCardFile, shareCard } from './card'

const ID = 'k3m9q0w2xz'
const picture = (width: number, height: number, focalX = 0.5, focalY = 0.5) => ({
  renditions: [{ width, height }],
  focalX,
  focalY,
})

describe('cutOf', () => {
  it.each([
    [
      'the middle of a photo',
      picture(1920, 1280),
      { left: 0, top: 136, width: 1920, height: 1008, outWidth: 1200, outHeight: 630 },
    ],
    [
      'a face near the top',
      picture(1920, 1280, 0.5, 0.1),
      { left: 0, top: 0, width: 1920, height: 1008, outWidth: 1200, outHeight: 630 },
    ],
    [
      'a small one is not enlarged',
      picture(800, 600),
      { left: 0, top: 90, width: 800, height: 420, outWidth: 800, outHeight: 420 },
    ],
    ['a tall one', picture(700, 1400), { left: 0, top: 516, width: 700, height: 368, outWidth: 700, outHeight: 368 }],
  ])('%s', (_, of, cut) => expect(cutOf(of, 'wide')).toEqual(cut))

  it('keeps a square inside at the very edge', () => {
    expect(cutOf(picture(1000, 500, 1, 1), 'square')).toEqual({
      left: 500,
      top: 0,
      width: 500,
      height: 500,
      outWidth: 500,
      outHeight: 500,
    })
  })

  it('has nothing to cut without a picture', () => expect(cutOf({ renditions: [], focalX: 0.5, focalY: 0.5 }, 'wide')).toBeNull())
})

test('every article has a card; a good picture goes before type, a stamp does not', () => {
  expect(drawnCard(ID)).toEqual({ path: `/card/${ID}.png`, width: 1200, height: 630, type: 'image/png' })
  expect(shareCard({ id: ID, picture: null })).toEqual(drawnCard(ID))
  expect(shareCard({ id: ID, picture: picture(300, 200) })).toEqual(drawnCard(ID))
  expect(shareCard({ id: ID, picture: picture(1920, 1280) }).path).toBe(`/card/${ID}.jpg`)
  expect(cutCard(ID, picture(1920, 1280), '4x3')).toEqual({
    path: `/card/${ID}-4x3.jpg`,
    width: 1200,
    height: 900,
    type: 'image/jpeg',
  })
})

test.each([
  [`${ID}.png`, { id: ID, kind: 'drawn', shape: 'wide' }],
  [`${ID}-square.png`, { id: ID, kind: 'drawn', shape: 'square' }],
  [`${ID}-16x9.jpg`, { id: ID, kind: 'cut', shape: '16x9' }],
  [`${ID}-4x3.png`, null],
  [`${ID}.gif`, null],
  ['nosuch.png', null],
  [`../${ID}.png`, null],
])('/card/%s', (file, expected) => expect(readCardFile(file)).toEqual(expected))
