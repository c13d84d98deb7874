import { inView, tagPath } from '@/newsroom/addresses'
import type { NamedPlace } from '@/newsroom/article'
import { initialsOf } from '@/newsroom/initials'
import { searchPath } from '@/newsroom/search/search-address'
import type { Site, View } from '@/newsroom/site'
import { texts } from '@/newsroom/texts'
import { PlaceLinks } from './place-links'

interface Props {
  site: Site
  view: View
  tags: NamedPlace[]
  sources: NamedPlace[]
}

const HINTS = ['Words', 'Phrase', 'Exclude', 'Field', 'Pinyin'] as const

/** Before anything is asked: what can be, with examples that are searches themselves. */
export function SearchStart({ site, view, tags, sources }: Props) {
  const t = texts(site.locale)
  const names = { one: tags[0]?.name ?? t('search.exampleOne'), other: tags[1]?.name ?? t('search.exampleOther') }
  const source = sources[0]?.name ?? site.name
  const examples = { ...names, source, initials: initialsOf(source) }
  return (
    <div className="search-start">
      <p>{t('search.start')}</p>
      <dl>
        {HINTS.map((hint) => {
          const example = t(`search.example${hint}`, examples)
          return (
            <div key={hint}>
              <dt>
                <a rel="nofollow" href={inView(searchPath({ q: example }), view)}>
                  {example}
                </a>
              </dt>
              <dd>{t(`search.hint${hint}`)}</dd>
            </div>
          )
        })}
      </dl>
      <PlaceLinks label={t('search.hot')} places={tags} pathOf={tagPath} view={view} />
    </div>
  )
}
