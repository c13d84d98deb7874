import Link from 'next/link'
import { StateChip } from '@/components/desk/ui/state-chip'
import { When } from '@/components/desk/ui/when'
import type { DayArticle } from '@/newsroom/desk/desk-day'
import type { DeskTexts } from '@/newsroom/desk/desk-texts'
import { faultText } from '@/newsroom/desk/fault-text'
import { stageOf } from '@/newsroom/desk/review'

interface LinesProps {
  t: DeskTexts
  articles: readonly DayArticle[]
  /** how the moment is told: since when, or at what time */
  time: 'age' | 'short'
  /** what waits is read as a reviewer, everything else in the editor */
  forReview?: boolean
  state?: boolean
  /** what is told without a reason is simply overdue */
  late?: boolean
}

export function ArticleLines({ t, articles, time, forReview, state, late }: LinesProps) {
  return (
    <ul>
      {articles.map((article) => (
        <li
          key={`${article.id} ${article.action ?? ''}`}
          className="relative flex gap-4 border-b border-line py-2.5 last:border-0 hover:bg-hover"
        >
          {article.at && (
            <span className="w-16 shrink-0 text-13 leading-6 text-muted">
              <When at={article.at} style={time} />
            </span>
          )}
          <div className="min-w-0 flex-1">
            <Link
              href={addressOf(article, forReview)}
              className="font-serif text-16 leading-6 font-semibold after:absolute after:inset-0 hover:underline hover:decoration-line hover:underline-offset-4"
            >
              {article.headline || t('day.untitled')}
            </Link>
            <p className="flex flex-wrap gap-x-3 text-13 text-muted">
              {article.action && <span>{t(`day.action.${article.action}`)}</span>}
              {state && <StateChip workflow={article.workflow} publication={article.publication} />}
              {article.category && <span>{article.category}</span>}
              {article.writer && <span>{article.writer}</span>}
            </p>
            <Note t={t} article={article} late={late} />
          </div>
        </li>
      ))}
    </ul>
  )
}

const addressOf = ({ id, workflow }: DayArticle, forReview?: boolean) =>
  `/admin/articles/${id}${forReview && stageOf(workflow) ? '/review' : ''}`

function Note({ t, article, late }: { t: DeskTexts; article: DayArticle; late?: boolean }) {
  if (!article.note && !late) return null
  return <p className="text-13 text-state-returned">{wordsOf(t, article)}</p>
}

/** Of a job the note is a fault's code, of an article somebody's own words. */
function wordsOf(t: DeskTexts, { note, action }: DayArticle): string {
  if (!note) return t('day.overdue')
  return action ? t('day.fault', { text: faultText(t, { code: note }) }) : t('day.reason', { text: note })
}
