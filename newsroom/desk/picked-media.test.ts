import { expect, it } from 'vitest'
import { mediaIdOf, pickedMedia } from './picked-media'

const id = 'ab'.repeat(32)
const size = (width: number) => ({ width, height: width / 2, key: `ab/${id}-${width}.webp` })
const told = { id, alt: null, caption: null, credit: '林记', focalX: 0.5, focalY: 0.5, uploadedById: 'ming' }

it('is shown in the sizes there are', () => {
  expect(pickedMedia({ ...told, renditions: [size(640), size(1280)] })).toMatchObject({
    src: `/media/ab/${id}-1280.webp`,
    srcSet: `/media/ab/${id}-640.webp 640w, /media/ab/${id}-1280.webp 1280w`,
    width: 1280,
    height: 640,
    alt: '',
    credit: '林记',
    uploadedById: 'ming',
  })
  expect(pickedMedia({ ...told, renditions: [size(640)] })).toMatchObject({ srcSet: '' })
  expect(pickedMedia({ ...told, renditions: [] })).toBeNull()
})

it('is known by its address', () => {
  expect(mediaIdOf(`/media/ab/${id}-640.webp`)).toBe(id)
  for (const src of [`https://x.example/media/ab/${id}-640.webp`, '/media/x.webp', `/media/ab/${id}-640.webp?x`])
    expect(mediaIdOf(src)).toBeNull()
})
