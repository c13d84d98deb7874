'use client'
import { useTexts } from '@/components/desk/texts'
import { When } from '@/components/desk/ui/when'
import type { Review } from '@/newsroom/desk/article-review'

/** 审次: who signed each, which one is awaited and by whom. */
export function ReviewStages({ review: { stages, waitingFor, waitingSince, urgentAt, reviewers } }: { review: Review }) {
  const t = useTexts()
  return (
    <section>
      <h2 className="text-14 font-semibold">{t('review.stages')}</h2>
      {urgentAt && <p className="mt-2 border-l-2 border-state-waiting pl-3 text-14">{t('review.urgent')}</p>}
      {stages.length === 0 && <p className="mt-2 text-14 text-muted">{t('review.no-stages')}</p>}
      <ol className="mt-2">
        {stages.map(({ stage, signature }) => (
          <li key={stage} className="border-t border-line py-2 text-14">
            <div className="flex items-baseline gap-3">
              <span className="w-14 shrink-0 font-medium">{t(`common.stage.${stage}`)}</span>
              {signature ? (
                <>
                  <span className="flex-1">
                    <span aria-hidden="true">✓ </span>
                    {signature.name}
                  </span>
                  <span className="text-13 text-muted">
                    <When at={signature.at} />
                  </span>
                </>
              ) : (
                <span className={waitingFor === stage ? 'text-state-waiting' : 'text-muted'}>
                  {t(waitingFor === stage ? 'review.awaited' : 'review.not-yet')}
                </span>
              )}
            </div>
            {signature?.note && <p className="mt-1 pl-17 text-13 whitespace-pre-wrap text-muted">{signature.note}</p>}
            {waitingFor === stage && (
              <p className="mt-1 pl-17 text-13 text-muted">
                {waitingSince && (
                  <>
                    {t('review.waiting-since')} <When at={waitingSince} style="age" /> ·{' '}
                  </>
                )}
                {reviewers.length > 0
                  ? t('review.who', { names: reviewers.map(({ name }) => name).join('、') })
                  : t('review.nobody')}
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
