'use client'
import { useRef, useState } from 'react'
import { useEditor } from '@/components/desk/editor/editor-context'
import { useTexts } from '@/components/desk/texts'
import { Button } from '@/components/desk/ui/button'
import { onDemand } from '@/components/desk/ui/on-demand'
import { When } from '@/components/desk/ui/when'
import type { CorrectionLine } from '@/newsroom/desk/editor-article'

const RevokeDialog = onDemand(async () => (await import('@/components/desk/editor/deeds/revoke-dialog')).RevokeDialog)

/** 更正 of this article, the newest first; one that was itself wrong is taken back here. */
export function Corrections() {
  const { article } = useEditor()
  const t = useTexts()
  const [asked, setAsked] = useState<CorrectionLine | null>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  if (article.corrections.length === 0) return null
  const mayRevoke = article.can.includes('correct')
  return (
    <section>
      <h2 ref={heading} tabIndex={-1} className="text-14 font-semibold">
        {t('editor.review.corrections')}
      </h2>
      <ul className="mt-2">
        {article.corrections.map((correction) => (
          <li key={correction.id} className="border-t border-line py-2 text-14">
            <p className="text-13 text-muted">
              <When at={correction.at} />
              {correction.revokedAt && (
                <>
                  {' '}
                  {t('editor.review.revoked')} <When at={correction.revokedAt} />
                </>
              )}
            </p>
            <Notes correction={correction} />
            {mayRevoke && !correction.revokedAt && (
              <Button
                kind="quiet"
                className="-ml-2.5"
                aria-label={t('editor.revoke.of', { wrong: correction.wrong })}
                onClick={() => setAsked(correction)}
              >
                {t('editor.revoke.label')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {asked && <RevokeDialog correction={asked} onClose={() => setAsked(null)} afterwards={() => heading.current} />}
    </section>
  )
}

function Notes({ correction: { wrong, right, revokedAt } }: { correction: CorrectionLine }) {
  const t = useTexts()
  const told = (label: string, text: string) => (
    <div className="flex gap-3">
      <dt className="w-16 shrink-0 text-13 text-muted">{label}</dt>
      <dd className="min-w-0 flex-1 break-words whitespace-pre-wrap">{text}</dd>
    </div>
  )
  return (
    <dl className={revokedAt ? 'text-muted line-through decoration-line' : ''}>
      {told(t('editor.ask.wrong'), wrong)}
      {told(t('editor.ask.right'), right)}
    </dl>
  )
}
