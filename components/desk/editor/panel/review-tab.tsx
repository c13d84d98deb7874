'use client'
import Link from 'next/link'
import { useEditor } from '@/components/desk/editor/editor-context'
import { useTexts } from '@/components/desk/texts'
import { When } from '@/components/desk/ui/when'
import { deliveredId, machineName } from '@/newsroom/desk/machine-name'
import { stageOf } from '@/newsroom/desk/review'
import { isRevisionReason } from '@/newsroom/desk/revision-reason'
import { Corrections } from './corrections'

/** 三审: who signed what, who is awaited; what was corrected, and the versions of the text. */
export function ReviewTab() {
  const { article } = useEditor()
  const t = useTexts()
  const waiting = stageOf(article.workflow)
  return (
    <div className="flex flex-col gap-6 pb-6">
      {article.returnReason && article.workflow === 'returned' && (
        <p className="border-l-2 border-state-returned pl-3 text-14 whitespace-pre-wrap">{article.returnReason}</p>
      )}
      <section>
        <h2 className="text-14 font-semibold">{t('editor.review.stages')}</h2>
        {article.stages.length === 0 && <p className="mt-2 text-14 text-muted">{t('editor.review.none')}</p>}
        <ol className="mt-2">
          {article.stages.map((stage) => {
            const signature = article.signatures.find((each) => each.stage === stage)
            return (
              <li key={stage} className="border-t border-line py-2 text-14">
                <div className="flex items-baseline gap-3">
                  <span className="w-12 shrink-0 font-medium">{t(`common.stage.${stage}`)}</span>
                  {signature ? (
                    <>
                      <span className="flex-1">{signature.name}</span>
                      <span className="text-13 text-muted">
                        <When at={signature.at} />
                      </span>
                    </>
                  ) : (
                    <span className="text-muted">{t(waiting === stage ? 'editor.review.waiting' : 'editor.review.open')}</span>
                  )}
                </div>
                {signature?.note && <p className="mt-1 pl-15 text-13 whitespace-pre-wrap text-muted">{signature.note}</p>}
              </li>
            )
          })}
        </ol>
      </section>
      {article.urgentAt && (
        <p className="border-l-2 border-state-waiting pl-3 text-14">
          {t('editor.review.urgent')} <When at={article.urgentAt} />
        </p>
      )}
      <Corrections />
      <Versions />
    </div>
  )
}

function Versions() {
  const { article } = useEditor()
  const t = useTexts()
  const reasonOf = (reason: string) =>
    isRevisionReason(reason) ? t(`revisions.reason.${reason}`) : (deliveredId(reason) ?? reason)
  return (
    <section>
      <h2 className="text-14 font-semibold">{t('editor.review.versions')}</h2>
      {article.revisions.length === 0 ? (
        <p className="mt-2 text-14 text-muted">{t('editor.review.no-versions')}</p>
      ) : (
        <ol className="mt-2">
          {article.revisions.map(({ number, author, reason, at }) => (
            <li key={number} className="flex items-baseline gap-3 border-t border-line py-2 text-14">
              <span className="w-12 shrink-0 tabular-nums">{t('editor.review.version', { number })}</span>
              <span className="min-w-0 flex-1 truncate">
                {machineName(t, author)} <span className="text-muted">{reasonOf(reason)}</span>
              </span>
              <span className="text-13 text-muted">
                <When at={at} />
              </span>
            </li>
          ))}
        </ol>
      )}
      {article.version > 0 && (
        <Link
          href={`/admin/articles/${article.id}/revisions`}
          className="mt-2 inline-block text-14 underline decoration-line underline-offset-4 hover:decoration-ink"
        >
          {t('editor.review.all-versions')}
        </Link>
      )}
    </section>
  )
}
