import type { NamedPlace } from '@/newsroom/article'
import type { SearchAddress } from '@/newsroom/search/search-address'
import type { Site } from '@/newsroom/site'
import { texts } from '@/newsroom/texts'

interface Props {
  site: Site
  /** the form they belong to, wherever that stands */
  form: string
  address: SearchAddress
  categories: NamedPlace[]
  /** offered while a source is typed */
  sources: NamedPlace[]
  /** how many narrow the search now */
  active: number
}

/** What a search can be narrowed to. On a phone they fold; on a desk they lie beside the results. */
export function SearchFilters({ site, form, address, categories, sources, active }: Props) {
  const t = texts(site.locale)
  return (
    <details className="search-filters">
      <summary>
        {t('search.filters')}
        {active > 0 && <span> {active}</span>}
      </summary>
      <div className="fields">
        <p>
          <label htmlFor="search-category">{t('search.field.category')}</label>
          <select id="search-category" name="category" form={form} defaultValue={address.category}>
            <option value="">{t('search.anyCategory')}</option>
            {categories.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </select>
        </p>
        <p>
          <label htmlFor="search-source">{t('search.field.source')}</label>
          <input
            id="search-source"
            name="source"
            form={form}
            defaultValue={address.source}
            maxLength={80}
            list="search-sources"
          />
          <datalist id="search-sources">
            {sources.map(({ slug, name }) => (
              <option key={slug} value={name} />
            ))}
          </datalist>
        </p>
        <p>
          <label htmlFor="search-tag">{t('search.field.tag')}</label>
          <input id="search-tag" name="tag" form={form} defaultValue={address.tag} maxLength={80} />
        </p>
        <fieldset>
          <legend>{t('search.field.days')}</legend>
          <label>
            <span>{t('search.from')}</span>
            <input type="date" name="from" form={form} defaultValue={address.from} />
          </label>
          <label>
            <span>{t('search.to')}</span>
            <input type="date" name="to" form={form} defaultValue={address.to} />
          </label>
        </fieldset>
        {/* What has no field of its own here stays as it is. */}
        {address.order === 'newest' && <input type="hidden" name="sort" form={form} value="newest" />}
        <button type="submit" form={form}>
          {t('search.apply')}
        </button>
      </div>
    </details>
  )
}
