'use client'
import Link from 'next/link'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { type FieldName, useEditor } from '@/components/desk/editor/editor-context'
import { useNewsroom, useTexts } from '@/components/desk/texts'
import { useAction } from '@/components/desk/ui/action'
import { Button } from '@/components/desk/ui/button'
import { Dialog } from '@/components/desk/ui/dialog'
import { Skeleton } from '@/components/desk/ui/empty'
import { FaultList, useFaultText } from '@/components/desk/ui/faults'
import { TextInput } from '@/components/desk/ui/field'
import { Cancel } from '@/components/desk/ui/form-dialog'
import { notify } from '@/components/desk/ui/toast'
import { When } from '@/components/desk/ui/when'
import { instantOfWallTime, wallTime } from '@/newsroom/desk/wall-time'

/** Pictures take a few seconds to be ready; nobody should have to ask. */
const LOOK_AGAIN_MS = 2_000

/** Everything about going out to readers, in one place: what happens, what is missing, now or later. */
export function PublishDialog({ urgent, onClose }: { urgent: boolean; onClose(): void }) {
  const { article, actions, save, look } = useEditor()
  const t = useTexts()
  const { timeZone } = useNewsroom()
  const [state, setState] = useState<'checking' | 'checked' | 'unsaved'>('checking')
  const held = article.embargoUntil && new Date(article.embargoUntil) > new Date() ? article.embargoUntil : null
  const [at, setAt] = useState<string | null>(() => (held && !urgent ? wallTime(held, timeZone) : null))
  const publishing = useAction(actions.publish)
  const instant = at === null ? null : instantOfWallTime(at, timeZone)

  const check = useEffectEvent(async () => {
    if (!(await save())) return setState('unsaved')
    await look()
    setState('checked')
  })
  useEffect(() => void check(), [])

  const isRendering = state === 'checked' && article.problems.some(({ code }) => code === 'publication.picture-pending')
  useEffect(() => {
    if (!isRendering) return
    const timer = setInterval(() => void look(), LOOK_AGAIN_MS)
    return () => clearInterval(timer)
  }, [isRendering, look])

  const isLive = article.publication === 'live'
  const isHeld = held !== null && at === null
  const isReady = state === 'checked' && article.problems.length === 0 && !isHeld && (at === null || instant !== null)
  const label = instant ? t('editor.publish.schedule') : isLive ? t('editor.publish.update') : t('editor.publish.now')
  const answer = useRef<HTMLButtonElement>(null)
  // Whoever has nothing to fill in answers with Enter.
  useEffect(() => {
    if (isReady && !document.activeElement?.matches('input')) answer.current?.focus()
  }, [isReady])

  const publish = async () => {
    const outcome = await publishing.run(article.id, { ...(instant && { at: instant.toISOString() }), ...(urgent && { urgent }) })
    await look()
    if (!outcome.ok) return
    notify(t(instant ? 'editor.publish.scheduled' : 'editor.publish.done'))
    onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={isLive ? t('editor.publish.title-update') : t('editor.publish.title')}
      description={t(urgent ? 'editor.publish.urgent' : isLive ? 'editor.publish.text-update' : 'editor.publish.text')}
      answerFirst
      actions={
        <>
          <Button ref={answer} kind="primary" busy={publishing.busy} disabled={!isReady} onClick={publish}>
            {label}
          </Button>
          <Cancel onCancel={onClose} />
        </>
      }
    >
      {state === 'checking' && <Skeleton lines={3} />}
      {state === 'unsaved' && <FaultList errors={[{ code: 'unsaved' }]} />}
      {state === 'checked' && article.problems.length > 0 && <Missing onLeave={onClose} />}
      {state === 'checked' && article.problems.length === 0 && (
        <fieldset className="flex flex-col gap-3">
          <legend className="mb-2 text-14 font-medium">{t('editor.publish.when')}</legend>
          <Way name={t('editor.publish.at-once')} checked={at === null} disabled={Boolean(held)} onChoose={() => setAt(null)} />
          {!urgent && (
            <Way
              name={t('editor.publish.at')}
              checked={at !== null}
              onChoose={() => setAt(wallTime(held ?? new Date(Date.now() + 3_600_000), timeZone))}
            />
          )}
          {at !== null && (
            <div className="pl-6.5">
              <TextInput
                type="datetime-local"
                aria-label={t('fields.publishAt')}
                value={at}
                onChange={(event) => setAt(event.target.value)}
              />
              <p className="mt-1 text-13 text-muted">{t('editor.publish.zone', { zone: timeZone })}</p>
            </div>
          )}
          {urgent && (
            <p className="text-13 text-muted">
              {t('editor.publish.no-schedule')}{' '}
              {!article.hasReviewers && (
                <>
                  {t('editor.publish.alone')}{' '}
                  <Link
                    href="/admin/categories"
                    className="text-ink underline decoration-line underline-offset-4 hover:decoration-ink"
                  >
                    {t('editor.publish.to-categories')}
                  </Link>
                </>
              )}
            </p>
          )}
          {held && (
            <p className="text-13 text-state-waiting">
              {t('editor.publish.embargo')} <When at={held} style="full" />
            </p>
          )}
        </fieldset>
      )}
      <div className="mt-4">
        <FaultList errors={publishing.errors} />
      </div>
    </Dialog>
  )
}

function Way({ name, checked, disabled, onChoose }: { name: string; checked: boolean; disabled?: boolean; onChoose(): void }) {
  return (
    <label className="flex min-h-6 items-center gap-2.5 text-14 has-disabled:text-muted pointer-coarse:min-h-11">
      <input type="radio" name="when" checked={checked} disabled={disabled} onChange={onChoose} className="size-4 accent-ink" />
      {name}
    </label>
  )
}

/** What stands in the way, each leading to its place. */
function Missing({ onLeave }: { onLeave(): void }) {
  const { article, goTo } = useEditor()
  const t = useTexts()
  const faultText = useFaultText()
  const lead = (field: string) => {
    onLeave()
    goTo(field as FieldName)
  }
  return (
    <>
      <p className="text-14 font-medium">{t('editor.publish.missing')}</p>
      <ul className="mt-2 flex flex-col">
        {article.problems.map((problem) => (
          <li key={problem.code} className="flex min-h-11 items-center gap-3 border-b border-line text-14">
            <span className="flex-1">{faultText(problem)}</span>
            {problem.field && (
              <Button
                kind="quiet"
                onClick={() => lead(problem.field ?? '')}
                aria-label={t('editor.publish.go-to', { what: faultText(problem) })}
              >
                {t('editor.publish.go')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
