'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useTexts } from '@/components/desk/texts'
import { Button, ButtonLink } from '@/components/desk/ui/button'
import { notify } from '@/components/desk/ui/toast'
import type { Review } from '@/newsroom/desk/article-review'
import type { ArticleAction, Denial } from '@/newsroom/desk/permission'
import { DeedDialog } from './deed-dialog'
import type { ReviewActions } from './review-actions'

type Deed = 'sign' | 'return' | 'publish'

interface Props {
  review: Review
  permissions: Record<ArticleAction, Denial | null>
  actions: ReviewActions
}

/** Sign, return, or edit; why not, where one may not. What is signed off can be published from here. */
export function ReviewDeeds({ review, permissions, actions }: Props) {
  const t = useTexts()
  const router = useRouter()
  const [deed, setDeed] = useState<Deed | null>(null)
  const { articleId, contentHash, waitingFor, waitingSince, workflow } = review
  const why = permissions.review
  const isReady = workflow === 'ready' && waitingSince !== null
  const maySign = why === null && waitingFor !== null
  const mayPublish = isReady && permissions.publish === null
  const stage = waitingFor ? t(`common.stage.${waitingFor}`) : ''
  const run = (words: string) => {
    if (deed === 'return') return actions.giveBack(articleId, words)
    return deed === 'publish' ? actions.publish(articleId, {}) : actions.sign(articleId, contentHash, words)
  }
  const finish = (done: boolean) => {
    if (done && deed) {
      notify(t(`review.${deed}.done`, { stage }))
      router.refresh()
    }
    setDeed(null)
  }
  return (
    <section
      aria-label={t('review.actions')}
      // Where the page is one column, what there is to do stays at hand under the text.
      className="z-20 flex flex-col gap-3 border-line bg-sheet max-desktop:sticky max-desktop:bottom-0 max-desktop:order-last max-desktop:border-t max-desktop:py-3 max-tablet:bottom-14 desktop:border-b desktop:pb-4"
    >
      <div className="flex flex-wrap gap-2">
        {maySign && (
          <Button kind="primary" onClick={() => setDeed('sign')}>
            {t('review.sign.label', { stage })}
          </Button>
        )}
        {mayPublish && (
          <Button kind="primary" onClick={() => setDeed('publish')}>
            {t('review.publish.label')}
          </Button>
        )}
        {permissions.return === null && (
          <Button kind="danger" onClick={() => setDeed('return')}>
            {t('review.return.label')}
          </Button>
        )}
        <ButtonLink href={`/admin/articles/${articleId}`}>{t('review.edit')}</ButtonLink>
        <ButtonLink kind="quiet" href={`/admin/articles/${articleId}/revisions`}>
          {t('review.revisions')}
        </ButtonLink>
      </div>
      {!maySign && !mayPublish && <p className="text-14 text-muted">{t(`review.cannot.${why ?? 'state'}`)}</p>}
      {deed && <DeedDialog deed={deed} stage={stage} run={run} onClose={finish} />}
    </section>
  )
}
