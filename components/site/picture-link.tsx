import type { Picture as PictureOf } from '@/newsroom/article'
import type { View } from '@/newsroom/site'
import { Picture } from './picture'

interface Props {
  view: View
  picture: PictureOf
  address: string
  sizes: string
  first?: boolean
}

/** Pressed, but neither tabbed to nor read: the headline beside it leads to the same place. The lite edition goes without. */
const unread = { tabIndex: -1, 'aria-hidden': true } as const

export function PictureLink({ view, picture, address, sizes, first }: Props) {
  if (view === 'lite') return null
  return (
    <a className="picture" href={address} {...unread}>
      <Picture picture={picture} sizes={sizes} first={first} decorative />
    </a>
  )
}
