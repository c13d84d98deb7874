'use client'
import { type ComponentProps, type KeyboardEvent, useId } from 'react'
import { classes } from '@/components/desk/ui/classes'

interface LineFieldProps extends Omit<ComponentProps<'textarea'>, 'onChange' | 'value' | 'rows'> {
  label: string
  value: string
  onChange(value: string): void
  /** Enter makes a new line instead of going on to the next field */
  multiline?: boolean
  hint?: string
}

/** Words in their place on the page: looks like the page, grows with what is written, named for those who do not see it. */
export function LineField({
  label,
  value,
  onChange,
  multiline = false,
  hint,
  className,
  readOnly,
  placeholder,
  ...rest
}: LineFieldProps) {
  const id = useId()
  const shown = readOnly ? undefined : (placeholder ?? label)
  const pressed = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== 'Enter' || multiline || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    nextField(event.currentTarget)?.focus()
  }
  if (readOnly && !value) return null
  return (
    <div className={classes('grid', className)}>
      {/* Holds the height: the text and what lies over it are set alike. */}
      <span aria-hidden="true" className="invisible col-start-1 row-start-1 whitespace-pre-wrap">
        {value || shown}
        {'\u200b'}
      </span>
      <textarea
        {...rest}
        id={id}
        aria-label={label}
        aria-describedby={hint ? `${id}-hint` : undefined}
        rows={1}
        value={value}
        readOnly={readOnly}
        placeholder={shown}
        onChange={(event) => onChange(multiline ? event.target.value : event.target.value.replace(/(?<!\s)\s*\n\s*/g, ' '))}
        onKeyDown={pressed}
        className="col-start-1 row-start-1 min-h-0! w-full resize-none overflow-hidden bg-transparent text-inherit outline-none placeholder:font-normal"
        style={{ font: 'inherit', textAlign: 'inherit' }}
      />
      {hint && (
        <span id={`${id}-hint`} className="sr-only">
          {hint}
        </span>
      )}
    </div>
  )
}

/** The next place for words on the sheet: a field, or the body. */
function nextField(from: HTMLElement): HTMLElement | null {
  const fields = [...(from.closest('[data-sheet]')?.querySelectorAll<HTMLElement>('textarea, [contenteditable="true"]') ?? [])]
  return fields[fields.indexOf(from) + 1] ?? null
}
