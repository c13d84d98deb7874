'use client'
import { useTexts } from '@/components/desk/texts'
import { ButtonLink } from '@/components/desk/ui/button'
import { Empty } from '@/components/desk/ui/empty'
import { type ArticleFilter, filterAddress, viewOf } from '@/newsroom/desk/article-filter'

/** Why there is nothing, and what to do. */
export function EmptyList({ filter }: { filter: ArticleFilter }) {
  const t = useTexts()
  const view = viewOf(filter)
  const reason = filterAddress(filter) === '' ? 'first' : view === 'waiting' || view === 'mine' ? view : 'filtered'
  const clear = <ButtonLink href="/admin/articles">{t('articles.filter.clear')}</ButtonLink>
  const write = <ButtonLink href="/admin/articles/new">{t('articles.write')}</ButtonLink>
  return (
    <Empty
      title={t(`articles.empty.${reason}.title`)}
      text={t(`articles.empty.${reason}.text`)}
      action={reason === 'filtered' ? clear : reason === 'waiting' ? undefined : write}
    />
  )
}
