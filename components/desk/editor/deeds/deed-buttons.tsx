'use client'
import { useEditor } from '@/components/desk/editor/editor-context'
import { useTexts } from '@/components/desk/texts'
import { Button } from '@/components/desk/ui/button'
import { Menu, type MenuItem } from '@/components/desk/ui/menu'
import { type Deed, deedsOf } from '@/newsroom/desk/deeds'

const DANGEROUS: ReadonlySet<Deed> = new Set(['unpublish', 'withdraw', 'discard'])

/** The one thing to do next, and a menu with the rest. */
export function DeedButtons({ onDeed, more }: { onDeed(deed: Deed): void; more: readonly MenuItem[] }) {
  const { article } = useEditor()
  const t = useTexts()
  const { next, others } = deedsOf(article)
  const isUpdate = article.publication === 'live'
  const label = (deed: Deed) => {
    if (deed === 'publish') return t(isUpdate ? 'editor.deed.publish.update' : 'editor.deed.publish.label')
    if (deed === 'publish-urgent' && !article.hasReviewers) return t('editor.deed.publish.label')
    return t(`editor.deed.${deed}.label`)
  }
  const items = [
    ...more,
    ...others.map((deed) => ({ label: label(deed), onSelect: () => onDeed(deed), danger: DANGEROUS.has(deed) })),
  ]
  return (
    <>
      {items.length > 0 && <Menu label={t('common.more')} items={items} />}
      {next && (
        <Button kind="primary" onClick={() => onDeed(next)} aria-keyshortcuts="Control+Enter">
          {label(next)}
        </Button>
      )}
    </>
  )
}
