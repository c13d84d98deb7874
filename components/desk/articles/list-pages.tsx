'use client'
import { useTexts } from '@/components/desk/texts'
import { ButtonLink } from '@/components/desk/ui/button'
import { type ArticleFilter, filterAddress } from '@/newsroom/desk/article-filter'
import type { DeskList } from '@/newsroom/desk/article-list'

const A_PAGE = 50

/** On and back. A short page that has more behind it says so. */
export function ListPages({ list: { items, older, newer }, filter }: { list: DeskList; filter: ArticleFilter }) {
  const t = useTexts()
  if (!older && !newer) return null
  return (
    <nav aria-label={t('articles.pages')} className="flex flex-wrap items-center gap-3 pt-6">
      {newer && (
        <ButtonLink href={`/admin/articles${filterAddress(filter, { after: newer })}`} rel="prev">
          {t('articles.newer')}
        </ButtonLink>
      )}
      {older && (
        <ButtonLink href={`/admin/articles${filterAddress(filter, { before: older })}`} rel="next">
          {t('articles.older')}
        </ButtonLink>
      )}
      {older && items.length < A_PAGE && <p className="text-13 text-muted">{t('articles.far')}</p>}
    </nav>
  )
}
