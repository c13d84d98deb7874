import type { Picture as PictureOf } from '@/newsroom/article'
import { Picture } from './picture'

interface Props {
  picture: PictureOf
  address: string
  sizes: string
  first?: boolean
}

/** Pressed, but neither tabbed to nor read: the headline beside it leads to the same place. */
const unread = { tabIndex: -1, 'aria-hidden': true } as const

export function PictureLink({ picture, address, sizes, first }: Props) {
  return (
    <a className="picture" href={address} {...unread}>
      <Picture picture={picture} sizes={sizes} first={first} decorative />
    </a>
  )
}
