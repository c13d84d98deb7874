'use client'
import type { ReactNode } from 'react'
import { type FieldName, fieldId, useEditor } from '@/components/desk/editor/editor-context'
import type { NameKind } from '@/components/desk/editor/names'
import { Combobox } from '@/components/desk/ui/combobox'
import { useFaultText } from '@/components/desk/ui/faults'
import { notify } from '@/components/desk/ui/toast'
import type { Named } from '@/newsroom/desk/editor-article'
import type { Outcome } from '@/newsroom/desk/outcome'
import { choiceOf, namedOf, suggest } from './suggest'

interface NamedFieldProps {
  /** where what is missing leads */
  field?: FieldName
  kind: NameKind
  label: string
  ids: readonly number[]
  onChange(ids: number[]): void
  multiple?: boolean
  create?(name: string): Promise<Outcome<Named>>
  placeholder?: string
  hint?: ReactNode
}

/** People, tags, categories or outlets, found by typing and, where they may be, made on the spot. */
export function NamedField({ field, kind, label, ids, onChange, multiple, create, placeholder, hint }: NamedFieldProps) {
  const { names, editable } = useEditor()
  const faultText = useFaultText()
  const make = async (text: string) => {
    const made = await create?.(text).catch(() => null)
    if (made?.ok) return choiceOf(made)
    notify(made ? made.errors.map(faultText).join(' ') : faultText({ code: 'unreachable' }))
    return null
  }
  if (!editable)
    return (
      <div id={field && fieldId(field)}>
        <p className="text-14 font-medium">{label}</p>
        <p className="mt-1 text-16">
          {names
            .of(kind, ids)
            .map(({ name }) => name)
            .join('、') || '—'}
        </p>
      </div>
    )
  return (
    <div id={field && fieldId(field)}>
      <Combobox
        label={label}
        value={names.of(kind, ids).map(choiceOf)}
        onChange={(chosen) => {
          names.learn(kind, chosen.map(namedOf))
          onChange(chosen.map(({ key }) => Number(key)))
        }}
        search={(text) => suggest(kind, text)}
        {...(multiple && { multiple })}
        {...(create && { create: make })}
        {...(placeholder && { placeholder })}
        {...(hint && { hint })}
      />
    </div>
  )
}
