'use client'
import { useState } from 'react'
import { randomKey } from '@/components/desk/random-key'
import { useTexts } from '@/components/desk/texts'
import { useAction } from '@/components/desk/ui/action'
import { Button } from '@/components/desk/ui/button'
import { TextInput } from '@/components/desk/ui/field'
import type { Outcome } from '@/newsroom/desk/outcome'
import type { PersonInput } from '@/newsroom/desk/taxonomy'
import type { Merge } from './merge-dialog'
import { Line, NameForm } from './name-form'
import { type NameRow, NameTable } from './name-table'

interface Props {
  rows: readonly NameRow[]
  articlesOf: Record<number, string>
  /** by id */
  people: Record<number, PersonInput>
  merge: Merge
  save(id: number, input: PersonInput): Promise<Outcome>
}

export function PersonRegister({ people, save, ...table }: Props) {
  const t = useTexts()
  return (
    <NameTable
      {...table}
      kind="person"
      hintLabel={t('taxonomy.people.title-today')}
      editor={(row, close) => (
        <PersonDialog id={row.id} person={people[row.id] ?? { name: row.name, titles: [] }} save={save} onClose={close} />
      )}
    />
  )
}

type Title = PersonInput['titles'][number] & { key: string }
const keyed = (title: PersonInput['titles'][number]): Title => ({ ...title, key: randomKey() })

function PersonDialog({ id, person, save, onClose }: { id: number; person: PersonInput; save: Props['save']; onClose(): void }) {
  const t = useTexts()
  const { run, busy, errors } = useAction(save)
  const [name, setName] = useState(person.name)
  const [titles, setTitles] = useState(() => person.titles.map(keyed))
  const change = (key: string, with_: Partial<Title>) =>
    setTitles((before) => before.map((title) => (title.key === key ? { ...title, ...with_ } : title)))
  const submit = async () => {
    const outcome = await run(id, { name, titles: titles.map(({ title, from, until }) => ({ title, from, until })) })
    if (outcome.ok) onClose()
  }
  return (
    <NameForm title={t('taxonomy.edit', { name: person.name })} busy={busy} errors={errors} onSubmit={submit} onClose={onClose}>
      <Line label={t('taxonomy.name')} field="name" errors={errors} value={name} onChange={setName} required />
      <fieldset className="flex flex-col gap-3">
        <legend className="mb-1.5 text-14 font-medium">{t('taxonomy.people.titles')}</legend>
        <p className="text-13 text-muted">{t('taxonomy.people.titles-hint')}</p>
        {titles.map((title) => (
          <div key={title.key} className="flex flex-wrap items-center gap-2">
            <TextInput
              aria-label={t('taxonomy.people.title')}
              value={title.title}
              required
              className="min-w-32 flex-1"
              onChange={(event) => change(title.key, { title: event.target.value })}
            />
            {(['from', 'until'] as const).map((end) => (
              <TextInput
                key={end}
                type="date"
                aria-label={t(`taxonomy.people.${end}`)}
                value={title[end] ?? ''}
                className="w-38"
                onChange={(event) => change(title.key, { [end]: event.target.value || null })}
              />
            ))}
            <Button
              kind="quiet"
              aria-label={t('taxonomy.people.remove', { title: title.title })}
              onClick={() => setTitles((before) => before.filter(({ key }) => key !== title.key))}
            >
              ×
            </Button>
          </div>
        ))}
        <div>
          <Button onClick={() => setTitles((before) => [...before, keyed({ title: '', from: null, until: null })])}>
            {t('taxonomy.people.add')}
          </Button>
        </div>
      </fieldset>
    </NameForm>
  )
}
