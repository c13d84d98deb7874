import { expect, it } from 'vitest'
import { urgentPicture } from './urgent-picture'

const image = (rest = '') => `<img src="/media/ab/a-640.webp" width="640" height="480" alt="桥 > 船"${rest} decoding="async">`

it('the first picture of a text is fetched before all else, unless it is far below', () => {
  const urgent = image().replace(' decoding="async">', ' decoding="async" fetchpriority="high">')
  expect(urgentPicture(`<p>文</p><figure>${image()}</figure>${image()}`)).toBe(`<p>文</p><figure>${urgent}</figure>${image()}`)
  const far = `<p>文</p>${image(' loading="lazy"')}${image(' loading="lazy"')}`
  expect(urgentPicture(far)).toBe(far)
  expect(urgentPicture('<p title="<img src=a>">文</p>')).toBe('<p title="<img src=a>">文</p>')
})
