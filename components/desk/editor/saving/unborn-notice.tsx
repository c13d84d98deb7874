'use client'
import { useEffect, useState } from 'react'
import { NoticeBar } from '@/components/desk/editor/people/notice-bar'
import { useTexts } from '@/components/desk/texts'
import { Button, ButtonLink } from '@/components/desk/ui/button'
import { When } from '@/components/desk/ui/when'
import type { LocalCopy } from '@/newsroom/desk/local-copy'
import { browserStore } from './local-store'

/** On a blank sheet: a new article that this browser holds and no server ever got. */
export function UnbornNotice({ articleId }: { articleId: string }) {
  const t = useTexts()
  const [copy, setCopy] = useState<LocalCopy | null>(null)
  useEffect(() => {
    void browserStore.findUnborn().then((copies) => setCopy(copies.find((each) => each.articleId !== articleId) ?? null))
  }, [articleId])
  if (!copy) return null
  const drop = () => {
    void browserStore.forget(copy.articleId)
    setCopy(null)
  }
  return (
    <NoticeBar
      action={
        <>
          <ButtonLink href={`/admin/articles/new?id=${copy.articleId}`}>{t('editor.unborn.open')}</ButtonLink>
          <Button kind="quiet" onClick={drop}>
            {t('editor.unborn.drop')}
          </Button>
        </>
      }
    >
      {t('editor.unborn.text', { headline: copy.content.headline || t('editor.preview.untitled') })} <When at={copy.changedAt} />
    </NoticeBar>
  )
}
