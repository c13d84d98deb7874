'use client'
import { useState } from 'react'
import { randomKey } from '@/components/desk/random-key'
import { useTexts } from '@/components/desk/texts'
import { Button } from '@/components/desk/ui/button'
import { Field, TextInput } from '@/components/desk/ui/field'
import { type LicenceLine, type Licences, MOST_LICENCE_LINES } from '@/newsroom/licences'
import { type SaveSetting, SettingForm } from './setting-form'

const keyed = (line: LicenceLine) => ({ ...line, key: randomKey() })

/** 备案, 许可 and 举报 at the foot of every page. */
export function LicenceForm({ stored, save }: { stored: Licences; save: SaveSetting }) {
  const t = useTexts()
  const [{ icp, police, news, report }, setRest] = useState(stored)
  const [lines, setLines] = useState(() => stored.lines.map(keyed))
  const set = (change: Partial<Licences>) => setRest((before) => ({ ...before, ...change }))
  const text = (label: string, value: string, change: (text: string) => void, hint?: string) => (
    <Field label={label} hint={hint}>
      {(ids) => <TextInput {...ids} value={value} maxLength={500} onChange={(event) => change(event.target.value)} />}
    </Field>
  )
  return (
    <SettingForm
      title={t('settings.licences.title')}
      lead={t('settings.licences.lead')}
      save={save}
      change={() => ({
        name: 'licences',
        value: { icp, police, news, report, lines: lines.map(({ text: words, url }) => ({ text: words, url })) },
      })}
    >
      <div className="grid gap-5 sm:grid-cols-2">
        {text(t('settings.licences.icp'), icp, (value) => set({ icp: value }), t('settings.licences.icp-hint'))}
        {text(t('settings.licences.police'), police, (value) => set({ police: value }), t('settings.licences.police-hint'))}
        {text(t('settings.licences.news'), news, (value) => set({ news: value }), t('settings.licences.news-hint'))}
      </div>
      <Lines lines={lines} onChange={setLines} />
      <fieldset className="grid gap-5 sm:grid-cols-2">
        <legend className="mb-3 text-14 font-medium">{t('settings.licences.report')}</legend>
        {text(t('settings.licences.phone'), report.phone, (phone) => set({ report: { ...report, phone } }))}
        {text(t('settings.licences.email'), report.email, (email) => set({ report: { ...report, email } }))}
        {text(t('settings.licences.report-url'), report.url, (url) => set({ report: { ...report, url } }))}
      </fieldset>
    </SettingForm>
  )
}

type Keyed = LicenceLine & { key: string }

function Lines({ lines, onChange }: { lines: readonly Keyed[]; onChange(lines: Keyed[]): void }) {
  const t = useTexts()
  const change = (key: string, part: Partial<LicenceLine>) =>
    onChange(lines.map((line) => (line.key === key ? { ...line, ...part } : line)))
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-1 text-14 font-medium">{t('settings.licences.lines')}</legend>
      <p className="text-13 text-muted">{t('settings.licences.lines-hint')}</p>
      {lines.map(({ key, text, url }) => (
        <div key={key} className="flex flex-wrap items-center gap-2">
          <TextInput
            aria-label={t('settings.licences.line')}
            placeholder={t('settings.licences.line')}
            value={text}
            maxLength={200}
            className="min-w-48 flex-2"
            onChange={(event) => change(key, { text: event.target.value })}
          />
          <TextInput
            aria-label={t('settings.licences.line-url')}
            placeholder={t('settings.licences.line-url')}
            value={url}
            inputMode="url"
            className="min-w-40 flex-1"
            onChange={(event) => change(key, { url: event.target.value })}
          />
          <Button
            kind="quiet"
            aria-label={t('settings.licences.remove-line', { text })}
            onClick={() => onChange(lines.filter((line) => line.key !== key))}
          >
            ×
          </Button>
        </div>
      ))}
      <div>
        <Button disabled={lines.length >= MOST_LICENCE_LINES} onClick={() => onChange([...lines, keyed({ text: '', url: '' })])}>
          {t('settings.licences.add-line')}
        </Button>
      </div>
    </fieldset>
  )
}
