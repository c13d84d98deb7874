import Link from 'next/link'
import { StateChip } from '@/components/desk/ui/state-chip'
import { When } from '@/components/desk/ui/when'
import type { DeskArticleRow } from '@/newsroom/desk/article-list'
import type { DeskTexts } from '@/newsroom/desk/desk-texts'
import type { WaitingGroup } from '@/newsroom/desk/waiting-groups'

interface Props {
  t: DeskTexts
  group: WaitingGroup
  articles: readonly DeskArticleRow[]
}

/** What waits for one thing, the age of each at the left. */
export function WaitingLines({ t, group, articles }: Props) {
  return (
    <section className="border-t border-line pt-3">
      <h2 className="mb-1 flex items-baseline gap-2 text-16 font-semibold">
        {t(`review.group.${group}`)}
        <span className="text-13 font-normal text-muted tabular-nums">{articles.length}</span>
      </h2>
      <ul>
        {articles.map(({ id, headline, kicker, category, owner, bylines, waitingSince, workflow, publication, editor }) => (
          <li key={id} className="relative flex gap-4 border-b border-line py-3 last:border-0 hover:bg-hover">
            <span className="w-16 shrink-0 text-13 leading-6.5 text-muted">
              {waitingSince && <When at={waitingSince} style="age" />}
            </span>
            <div className="min-w-0 flex-1">
              <Link
                href={`/admin/articles/${id}/review`}
                className="font-serif text-16 font-semibold wrap-anywhere after:absolute after:inset-0 hover:underline hover:decoration-line hover:underline-offset-4"
              >
                {kicker && <span className="font-normal text-muted">{kicker} </span>}
                {headline || t('review.untitled')}
              </Link>
              <p className="flex flex-wrap gap-x-3 text-13 text-muted">
                {publication !== 'unpublished' && <StateChip workflow={workflow} publication={publication} />}
                {category && <span>{category}</span>}
                {(bylines.length > 0 || owner) && <span>{bylines.join(' ') || owner}</span>}
                {editor && <span>{t('articles.mark.editing', { name: editor })}</span>}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
