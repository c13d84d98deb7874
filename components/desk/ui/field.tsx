'use client'
import { type ComponentProps, type ReactNode, useId } from 'react'
import { useTexts } from '@/components/desk/texts'
import { CONTROL, classes } from './classes'

/** What ties a control to its label, its hint and its error; spread it on the control. */
export interface FieldIds {
  id: string
  describedBy?: string
  invalid?: boolean
}

interface FieldProps {
  label: string
  hint?: ReactNode
  error?: ReactNode
  required?: boolean
  children: (ids: FieldIds) => ReactNode
}

export function Field({ label, hint, error, required, children }: FieldProps) {
  const id = useId()
  const t = useTexts()
  const described = describedByOf(id, hint, error)
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="flex items-baseline gap-2 text-14 font-medium">
        {label}
        {required && <span className="text-13 font-normal text-muted">{t('common.required')}</span>}
      </label>
      {children({ id, invalid: Boolean(error), ...(described && { describedBy: described }) })}
      <Notes id={id} hint={hint} error={error} />
    </div>
  )
}

/** What stands below a control: `describedByOf` ties it to them. */
export function Notes({ id, hint, error }: { id: string; hint?: ReactNode; error?: ReactNode }) {
  return (
    <>
      {hint && (
        <p id={`${id}-hint`} className="text-13 text-muted">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} role="alert" className="text-13 text-state-returned">
          {error}
        </p>
      )}
    </>
  )
}

export const describedByOf = (id: string, hint: ReactNode, error: ReactNode): string | undefined =>
  classes(Boolean(hint) && `${id}-hint`, Boolean(error) && `${id}-error`) || undefined

type Tied = Partial<FieldIds>

const tie = ({ describedBy, invalid }: Tied) => ({ 'aria-describedby': describedBy, 'aria-invalid': invalid || undefined })

export function TextInput({ describedBy, invalid, className, type = 'text', ...rest }: Tied & ComponentProps<'input'>) {
  return <input {...rest} {...tie({ describedBy, invalid })} type={type} className={classes(CONTROL, className)} />
}

/** Grows with what is written. */
export function TextArea({ describedBy, invalid, className, rows = 3, ...rest }: Tied & ComponentProps<'textarea'>) {
  return (
    <textarea
      {...rest}
      {...tie({ describedBy, invalid })}
      rows={rows}
      className={classes(CONTROL, 'field-sizing-content max-h-96 resize-y', className)}
    />
  )
}

export interface SelectOption {
  value: string
  label: string
}

export function Select({
  describedBy,
  invalid,
  options,
  className,
  ...rest
}: Tied & { options: readonly SelectOption[] } & ComponentProps<'select'>) {
  return (
    <select {...rest} {...tie({ describedBy, invalid })} className={classes(CONTROL, className)}>
      {options.map(({ value, label }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  )
}

interface Choice extends Omit<ComponentProps<'input'>, 'type' | 'children'> {
  label: ReactNode
  hint?: ReactNode
}

/** A box to tick, with its words beside it; the words are pressed as well. */
export function Checkbox({ label, hint, className, ...rest }: Choice) {
  return (
    <label
      className={classes(
        'flex min-h-6 items-start gap-2.5 text-14 pointer-coarse:min-h-11 pointer-coarse:items-center',
        className,
      )}
    >
      <input {...rest} type="checkbox" className="mt-0.75 size-4 shrink-0 accent-ink pointer-coarse:mt-0 pointer-coarse:size-5" />
      <Words label={label} hint={hint} />
    </label>
  )
}

/** On or off, at once. */
export function Switch({ label, hint, className, ...rest }: Choice) {
  return (
    <label
      className={classes(
        'flex min-h-6 items-start gap-2.5 text-14 pointer-coarse:min-h-11 pointer-coarse:items-center',
        className,
      )}
    >
      <input
        {...rest}
        type="checkbox"
        // biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox says by itself whether it is checked
        role="switch"
        className="relative mt-0.5 h-4.5 w-8 shrink-0 appearance-none rounded-md border border-edge bg-sheet before:absolute before:top-0.5 before:left-0.5 before:size-3 before:rounded-sm before:bg-edge motion-safe:before:transition-transform checked:border-ink checked:bg-ink checked:before:translate-x-3.5 checked:before:bg-sheet disabled:opacity-55"
      />
      <Words label={label} hint={hint} />
    </label>
  )
}

const Words = ({ label, hint }: Pick<Choice, 'label' | 'hint'>) => (
  <span className="flex flex-col">
    {label}
    {hint && <span className="text-13 text-muted">{hint}</span>}
  </span>
)
