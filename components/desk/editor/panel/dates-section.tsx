'use client'
import { useState } from 'react'
import type { DatesInput } from '@/components/desk/editor/editor-actions'
import { fieldId, useEditor } from '@/components/desk/editor/editor-context'
import { useNewsroom, useTexts } from '@/components/desk/texts'
import { useAction } from '@/components/desk/ui/action'
import { Button } from '@/components/desk/ui/button'
import { FaultList, useFaultText } from '@/components/desk/ui/faults'
import { Field, TextInput } from '@/components/desk/ui/field'
import { When } from '@/components/desk/ui/when'
import type { ScheduleLine } from '@/newsroom/desk/editor-article'
import { instantOfWallTime, wallTime } from '@/newsroom/desk/wall-time'
import { Section } from './section'

/** When it is meant for, and when it may be seen. On the newsroom's clock, to the minute. */
export function DatesSection() {
  const { article } = useEditor()
  const t = useTexts()
  return (
    <Section name="dates" title={t('editor.section.dates')} summary={article.plannedFor ?? ''}>
      {article.version === 0 ? <p className="text-13 text-muted">{t('editor.dates.not-yet')}</p> : <Dates />}
      {article.schedules.map(({ action, at, fault }) => (
        <Scheduled key={action} action={action} at={at} fault={fault} />
      ))}
    </Section>
  )
}

function Dates() {
  const { article, actions, look } = useEditor()
  const t = useTexts()
  const { timeZone } = useNewsroom()
  const setting = useAction(actions.setDates)
  const unpublishing = useAction(actions.scheduleUnpublish)
  const set = async (change: DatesInput) => {
    if ((await setting.run(article.id, change)).ok) await look()
  }
  const instant = (text: string) => instantOfWallTime(text, timeZone)?.toISOString() ?? null
  const unpublish = async (text: string) => {
    const at = instant(text)
    if (at && (await unpublishing.run(article.id, at)).ok) await look()
  }
  const held = article.embargoUntil ? wallTime(article.embargoUntil, timeZone) : ''
  return (
    <>
      <TimeField
        field="plannedFor"
        type="date"
        value={article.plannedFor ?? ''}
        hint={t('fields.hint.plannedFor')}
        disabled={!article.can.includes('edit')}
        onSet={(text) => set({ plannedFor: text || null })}
      />
      <TimeField
        field="embargoUntil"
        type="datetime-local"
        value={held}
        hint={t('fields.hint.embargoUntil', { zone: timeZone })}
        disabled={!article.can.includes('edit')}
        onSet={(text) => set({ embargoUntil: instant(text) })}
      />
      {article.can.includes('unpublish') && !article.schedules.some(({ action }) => action === 'unpublish') && (
        <TimeField
          field="unpublishAt"
          type="datetime-local"
          value=""
          hint={t('fields.hint.unpublishAt', { zone: timeZone })}
          disabled={false}
          onSet={unpublish}
        />
      )}
      <FaultList errors={[...setting.errors, ...unpublishing.errors]} />
    </>
  )
}

interface TimeFieldProps {
  field: 'plannedFor' | 'embargoUntil' | 'unpublishAt'
  type: 'date' | 'datetime-local'
  value: string
  hint: string
  disabled: boolean
  onSet(text: string): void
}

/** Set when it is left: a date half typed is no date. */
function TimeField({ field, type, value, hint, disabled, onSet }: TimeFieldProps) {
  const t = useTexts()
  const [typed, setTyped] = useState<string | null>(null)
  const leave = () => {
    if (typed !== null && typed !== value) onSet(typed)
    setTyped(null)
  }
  return (
    <Field label={t(`fields.${field}`)} hint={hint}>
      {(ids) => (
        <div id={fieldId(field)}>
          <TextInput
            {...ids}
            type={type}
            value={typed ?? value}
            disabled={disabled}
            onChange={(event) => setTyped(event.target.value)}
            onBlur={leave}
          />
        </div>
      )}
    </Field>
  )
}

function Scheduled({ action, at, fault }: ScheduleLine) {
  const faultText = useFaultText()
  const { article, actions, look } = useEditor()
  const t = useTexts()
  const cancel = useAction(actions.cancelSchedule)
  return (
    <div className="flex flex-col gap-1 border-l-2 border-state-ready pl-3 text-14">
      <p>
        {t(`editor.dates.will-${action}`)} <When at={at} style="full" />
      </p>
      {fault && <p className="text-13 text-state-returned">{faultText({ code: fault })}</p>}
      <Button
        kind="quiet"
        className="-ml-2.5 self-start"
        busy={cancel.busy}
        onClick={async () => (await cancel.run(article.id, action === 'unpublish' ? 'unpublish' : 'publish')).ok && look()}
      >
        {t('editor.dates.cancel')}
      </Button>
      <FaultList errors={cancel.errors} />
    </div>
  )
}
