'use client'
import { useState } from 'react'
import { useTexts } from '@/components/desk/texts'
import { Field, TextInput } from '@/components/desk/ui/field'
import { VERIFICATIONS, type Verification } from '@/newsroom/verification'
import { type SaveSetting, SettingForm } from './setting-form'

/** The marks that show search engines whose site this is. */
export function VerificationForm({ stored, save }: { stored: Verification; save: SaveSetting }) {
  const t = useTexts()
  const [codes, setCodes] = useState(stored)
  return (
    <SettingForm
      title={t('settings.verification.title')}
      lead={t('settings.verification.lead')}
      save={save}
      change={() => ({ name: 'verification', value: codes })}
    >
      <div className="grid gap-5 sm:grid-cols-2">
        {VERIFICATIONS.map((name) => (
          <Field key={name} label={t(`settings.engines.${wordOf(name)}`)} hint={<span className="font-mono">{name}</span>}>
            {(ids) => (
              <TextInput
                {...ids}
                value={codes[name] ?? ''}
                maxLength={500}
                autoComplete="off"
                spellCheck={false}
                onChange={(event) => setCodes({ ...codes, [name]: event.target.value })}
              />
            )}
          </Field>
        ))}
      </div>
    </SettingForm>
  )
}

const WORDS = {
  'baidu-site-verification': 'baidu',
  sogou_site_verification: 'sogou',
  '360-site-verification': 'so360',
  'shenma-site-verification': 'shenma',
  'bytedance-verification-code': 'toutiao',
  'msvalidate.01': 'bing',
  'google-site-verification': 'google',
} as const

const wordOf = (name: (typeof VERIFICATIONS)[number]) => WORDS[name]
