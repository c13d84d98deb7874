import Link from 'next/link'
import { When } from '@/components/desk/ui/when'
import type { DeskTexts } from '@/newsroom/desk/desk-texts'
import type { NoticeLine } from '@/newsroom/desk/notice'

/** What concerns somebody, newest first; what nobody read yet has a mark and a word for it. */
export function NoticeList({ t, notices }: { t: DeskTexts; notices: readonly NoticeLine[] }) {
  return (
    <ul className="border-t border-line">
      {notices.map((notice) => (
        <li key={notice.id} className="relative flex gap-3 border-b border-line py-3 hover:bg-hover">
          <span className="flex w-2 shrink-0 pt-2">
            {!notice.read && (
              <>
                <span aria-hidden="true" className="size-2 bg-accent" />
                <span className="sr-only">{t('notices.unread')}</span>
              </>
            )}
          </span>
          <div className="min-w-0 flex-1">
            <p className={notice.read ? 'text-14' : 'text-14 font-semibold'}>
              <Title t={t} notice={notice} />
            </p>
            {notice.text && <p className="text-14 text-muted">{notice.text}</p>}
          </div>
          <span className="shrink-0 text-13 text-muted">
            <When at={notice.at} />
          </span>
        </li>
      ))}
    </ul>
  )
}

function Title({ t, notice: { kind, articleId, headline, from } }: { t: DeskTexts; notice: NoticeLine }) {
  const words = t(`notices.kinds.${kind}`, { from: from ?? t('notices.somebody'), headline: headline || t('notices.untitled') })
  const page = kind === 'webhook-off' ? '/admin/pushes' : null
  if (!articleId && !page) return words
  return (
    <Link
      href={page ?? `/admin/articles/${articleId}${kind === 'submitted' ? '/review' : ''}`}
      className="after:absolute after:inset-0"
    >
      {words}
    </Link>
  )
}
