import { expect, test } from 'vitest'
import { picturesOf, withStoredPictures } from './body-pictures'

const id = 'ab'.repeat(32)
const size = (width: number, ending: string) => ({ width, height: width / 2, key: `ab/${id}-${width}.${ending}` })
const stored = {
  renditions: [1920, 640].map((width) => size(width, 'webp')),
  modern: [1920, 640].map((width) => size(width, 'avif')),
  aiGenerated: false,
}
const image = `<img src="/media/ab/${id}-1280.webp" width="1280" height="640" alt="书店 > 门口" loading="lazy">`
const show = (picture: object, html = `<figure>${image}<figcaption>书店</figcaption></figure>`) =>
  withStoredPictures(html, new Map([[id, { ...stored, ...picture }]]), 'AI 生成')

test('a body names each of its pictures once', () => {
  expect(picturesOf(`${image}<p>字</p>${image}<img src="https://other.example/a.jpg" alt="">`)).toEqual([id])
})

test('a picture is shown in all its sizes of today', () => {
  expect(show({})).toBe(
    `<figure><picture><source type="image/avif" srcset="/media/ab/${id}-640.avif 640w, /media/ab/${id}-1920.avif 1920w" ` +
      'sizes="(max-width: 44rem) calc(100vw - 32px), 672px">' +
      `<img src="/media/ab/${id}-640.webp" srcset="/media/ab/${id}-640.webp 640w, /media/ab/${id}-1920.webp 1920w" ` +
      'sizes="(max-width: 44rem) calc(100vw - 32px), 672px" width="1920" height="960" alt="书店 > 门口" loading="lazy">' +
      '</picture><figcaption>书店</figcaption></figure>',
  )
})

test('without AVIF it is the plain element, one size needs no srcset', () => {
  expect(show({ modern: [], renditions: [size(640, 'webp')] }, image)).toBe(
    `<img src="/media/ab/${id}-640.webp" width="640" height="320" alt="书店 > 门口" loading="lazy">`,
  )
})

test('a machine’s picture says so', () =>
  expect(show({ aiGenerated: true }, image)).toMatch(/<\/picture><small class="ai-picture">AI 生成<\/small>$/))

test('what the library does not have stays as it is', () => {
  expect(withStoredPictures(image, new Map(), '')).toBe(image)
  expect(show({ renditions: [] }, image)).toBe(image)
})
