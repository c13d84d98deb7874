import { inView } from '@/newsroom/addresses'
import type { NamedPlace } from '@/newsroom/article'
import type { View } from '@/newsroom/site'

interface Props {
  label: string
  places: NamedPlace[]
  pathOf: (slug: string) => string
  view: View
}

/** A labelled line of links: parent and children of a category, tags of an article. */
export function PlaceLinks({ label, places, pathOf, view }: Props) {
  if (places.length === 0) return null
  return (
    <nav className="place-links" aria-label={label}>
      <span aria-hidden="true">{label}</span>
      <ul>
        {places.map(({ slug, name }) => (
          <li key={slug}>
            <a href={inView(pathOf(slug), view)}>{name}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
