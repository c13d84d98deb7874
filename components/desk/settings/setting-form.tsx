'use client'
import type { ReactNode } from 'react'
import { useTexts } from '@/components/desk/texts'
import { useAction } from '@/components/desk/ui/action'
import { Button } from '@/components/desk/ui/button'
import { FaultList } from '@/components/desk/ui/faults'
import { Section } from '@/components/desk/ui/section'
import { notify } from '@/components/desk/ui/toast'
import type { Outcome } from '@/newsroom/desk/outcome'
import type { SettingChange } from '@/newsroom/site-settings'

export type SaveSetting = (change: SettingChange) => Promise<Outcome>

interface Props {
  title: string
  lead: string
  save: SaveSetting
  /** what is written in the form now */
  change(): SettingChange
  children: ReactNode
}

/** One setting of the site with its own button: what is refused stays written. */
export function SettingForm({ title, lead, save, change, children }: Props) {
  const t = useTexts()
  const { run, busy, errors } = useAction(save)
  const submit = async () => {
    if ((await run(change())).ok) notify(t('settings.saved'))
  }
  return (
    <Section title={title} lead={lead}>
      <form
        noValidate
        className="flex flex-col gap-5"
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        {children}
        <FaultList errors={errors} />
        <div>
          <Button type="submit" busy={busy} aria-label={t('settings.save', { title })}>
            {t('common.save')}
          </Button>
        </div>
      </form>
    </Section>
  )
}
