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

export function Picture({ picture, sizes, first = false, decorative = false }: Props) {
  const [widest] = picture.renditions
  if (!widest) return null
  return (
    <img
      src={(picture.renditions.find(({ width }) => width <= 1080) ?? widest).src}
      srcSet={picture.renditions.map(({ src, width }) => `${src} ${width}w`).join(', ')}
      sizes={sizes}
      width={widest.width}
      height={widest.height}
      alt={decorative ? '' : picture.alt}
      loading={first ? undefined : 'lazy'}
      fetchPriority={first ? 'high' : undefined}
      decoding="async"
    />
  )
}
