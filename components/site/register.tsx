import { categoryPath, inView } from '@/newsroom/addresses'
import type { NamedPlace } from '@/newsroom/article'
import type { Site, View } from '@/newsroom/site'
import { texts } from '@/newsroom/texts'

interface Props {
  site: Site
  view: View
  /** in the register's order */
  entries: (NamedPlace & { letter: string; count: number })[]
}

/** So many entries are taken in at a glance, their letters running on; with more each letter has columns of its own. */
const SHORT = 150

/** All categories, as the index at the back of a book. */
export function Register({ site, view, entries }: Props) {
  const t = texts(site.locale)
  const letters = Map.groupBy(entries, ({ letter }) => letter)
  const nameOf = (letter: string) => (letter === '#' ? t('register.other') : letter)
  return (
    <>
      <nav className="letters" aria-label={t('register.letters')}>
        <ul>
          {[...letters.keys()].map((letter) => (
            <li key={letter}>
              <a href={`#${anchorOf(letter)}`}>{nameOf(letter)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="register" data-long={entries.length > SHORT || undefined}>
        {[...letters].map(([letter, ofLetter]) => (
          <section key={letter} aria-labelledby={anchorOf(letter)}>
            <h2 id={anchorOf(letter)}>{nameOf(letter)}</h2>
            <ul>
              {ofLetter.map(({ slug, name, count }) => (
                <li key={slug}>
                  <a href={inView(categoryPath(slug), view)}>{name}</a> <small>{count}</small>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </>
  )
}

const anchorOf = (letter: string) => `letter-${letter === '#' ? 'other' : letter}`
