'use client'
import { useState } from 'react'
import { useTexts } from '@/components/desk/texts'
import { Checkbox } from '@/components/desk/ui/field'
import type { ReadCounts } from '@/newsroom/read-counts'
import { type SaveSetting, SettingForm } from './setting-form'

/** Whether readers see how often an article was read. */
export function ReadCountForm({ stored, save }: { stored: ReadCounts; save: SaveSetting }) {
  const t = useTexts()
  const [shown, setShown] = useState(stored.shown)
  return (
    <SettingForm
      title={t('settings.reads.title')}
      lead={t('settings.reads.lead')}
      save={save}
      change={() => ({ name: 'readCounts', value: { shown } })}
    >
      <Checkbox
        label={t('settings.reads.shown')}
        hint={t('settings.reads.hint')}
        checked={shown}
        onChange={(event) => setShown(event.target.checked)}
      />
    </SettingForm>
  )
}
