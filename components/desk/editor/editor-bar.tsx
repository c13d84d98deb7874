'use client'
import Link from 'next/link'
import { useTexts } from '@/components/desk/texts'
import { Button } from '@/components/desk/ui/button'
import type { Deed } from '@/newsroom/desk/deeds'
import { DeedButtons } from './deeds/deed-buttons'
import { useEditor } from './editor-context'

interface EditorBarProps {
  panelOpen: boolean
  onPanel(): void
  onPreview(): void
  onDeed(deed: Deed): void
  onVersion(): void
}

/** Back to the list, the ways to look at it, and the one thing to do next. */
export function EditorBar({ panelOpen, onPanel, onPreview, onDeed, onVersion }: EditorBarProps) {
  const { article } = useEditor()
  const t = useTexts()
  const isSaved = article.version > 0
  const more = [
    ...(isSaved && article.can.includes('edit') ? [{ label: t('editor.save-version'), onSelect: onVersion }] : []),
    ...(isSaved ? [{ label: t('editor.review.all-versions'), href: `/admin/articles/${article.id}/revisions` }] : []),
    ...(article.path ? [{ label: t('editor.review.readers'), href: `/admin/articles/${article.id}/readers` }] : []),
  ]
  return (
    <div className="sticky top-0 z-20 flex min-h-13 items-center gap-1 border-b border-line bg-sheet px-4 tablet:px-8">
      <Link href="/admin/articles" className="mr-auto py-2 text-14 text-muted hover:text-ink">
        <span aria-hidden="true">← </span>
        {t('common.nav.articles')}
      </Link>
      {article.path && (
        <a href={article.path} target="_blank" rel="noopener" className="hidden px-2.5 py-2 text-14 hover:underline sm:inline">
          {t('editor.see-live')}
        </a>
      )}
      {isSaved && (
        <Button kind="quiet" onClick={onPreview}>
          {t('editor.preview.label')}
        </Button>
      )}
      <Button kind="quiet" aria-expanded={panelOpen} onClick={onPanel}>
        {t('editor.panel.toggle')}
      </Button>
      <DeedButtons onDeed={onDeed} more={more} />
    </div>
  )
}
