import type { Picture as PictureOf } from '@/newsroom/article'

interface Props {
  picture: PictureOf
  /** the `sizes` attribute: how wide it stands at which width of the window */
  sizes: string
  /** above the fold: fetched first, not lazily */
  first?: boolean
  /** beside a headline that says the same: nothing for a screen reader to read twice */
  decorative?: boolean
}

const PLAIN_WIDTH = 1280

export function Picture({ picture, sizes, first = false, decorative = false }: Props) {
  const { renditions, modern, focalX, focalY } = picture
  const [widest] = renditions
  if (!widest) return null
  const image = (
    <img
      src={(renditions.find(({ width }) => width <= PLAIN_WIDTH) ?? widest).src}
      srcSet={setOf(renditions)}
      sizes={sizes}
      width={widest.width}
      height={widest.height}
      alt={decorative ? '' : picture.alt}
      loading={first ? undefined : 'lazy'}
      fetchPriority={first ? 'high' : undefined}
      decoding="async"
      data-fx={tenths(focalX)}
      data-fy={tenths(focalY)}
    />
  )
  if (modern.length === 0) return image
  return (
    <picture>
      <source type="image/avif" srcSet={setOf(modern)} sizes={sizes} />
      {image}
    </picture>
  )
}

const setOf = (sizes: PictureOf['renditions']) => sizes.map(({ src, width }) => `${src} ${width}w`).join(', ')
/** What a crop keeps, in tenths, for the stylesheet: no page has styles of its own. Nothing for the middle. */
const tenths = (share: number) => (Math.round(share * 10) === 5 ? undefined : Math.round(share * 10))
