'use client'
import { Combobox as Base } from '@base-ui/react/combobox'
import { type ReactNode, useId, useRef, useState } from 'react'
import { useTexts } from '@/components/desk/texts'
import { type Choice, choicesOf, isNew } from './choices'
import { classes, POPUP, POPUP_ITEM } from './classes'
import { describedByOf, Notes } from './field'
import { useSearch } from './search'

interface ComboboxProps<T extends Choice> {
  label: string
  value: readonly T[]
  onChange(value: T[]): void
  /** several, shown as chips */
  multiple?: boolean
  /** what fits a text; "" asks for what is usual */
  search(text: string): Promise<T[]>
  /** makes what is not there yet; null: it could not be made */
  create?(text: string): Promise<T | null>
  placeholder?: string
  hint?: ReactNode
  error?: ReactNode
  disabled?: boolean
  /** the name stands elsewhere, or there is no room for it */
  hideLabel?: boolean
}

/** Choose by typing: arrow keys and Enter choose, Backspace takes the last chip away, Escape closes. */
export function Combobox<T extends Choice>(props: ComboboxProps<T>) {
  const { label, value, onChange, multiple = false, search, create, placeholder, hint, error, disabled, hideLabel } = props
  const t = useTexts()
  const id = useId()
  const frame = useRef<HTMLDivElement>(null)
  const [text, setText] = useState('')
  const [making, setMaking] = useState(false)
  const { found, state, find } = useSearch(search)
  const items = choicesOf(found, value, text, create !== undefined)

  // It opens with the first letter, before that letter is rendered.
  const typed = useRef('')
  const write = (next: string) => {
    typed.current = next
    setText(next)
    find(next)
  }
  const choose = async (chosen: (T | Choice)[], details: Base.Root.ChangeEventDetails) => {
    // Escape closes the list. Pressed once more it would take everything that was chosen away.
    if (details.reason === 'escape-key') return details.cancel()
    const wanted = chosen.find(isNew)
    const known = chosen.filter((choice): choice is T => !isNew(choice))
    write('')
    if (!wanted || !create) return onChange(known)
    setMaking(true)
    const made = await create(wanted.label).finally(() => setMaking(false))
    if (made) onChange([...known.filter(({ key }) => key !== made.key), made])
  }
  const input = (
    <Base.Input
      id={id}
      aria-describedby={describedByOf(id, hint, error)}
      aria-invalid={error ? true : undefined}
      placeholder={value.length > 0 && multiple ? '' : placeholder}
      className="min-h-8 min-w-24 flex-1 bg-transparent text-16 outline-none"
    />
  )
  const common = {
    items,
    filter: null,
    disabled: disabled || making,
    itemToStringLabel: (choice: T | Choice) => choice.label,
    isItemEqualToValue: (one: T | Choice, other: T | Choice) => one.key === other.key,
    onOpenChange: (open: boolean) => open && find(typed.current),
    autoHighlight: true,
  }
  const body = (
    <>
      <div
        ref={frame}
        className="flex w-full flex-wrap items-center gap-1.5 rounded-sm border border-edge bg-sheet px-2 py-1 focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-focus"
      >
        {multiple ? <Chips value={value} input={input} /> : input}
        {!multiple && value.length > 0 && (
          <Base.Clear aria-label={t('common.choose.clear')} className="px-2 text-muted hover:text-ink">
            ×
          </Base.Clear>
        )}
      </div>
      <Base.Portal>
        <Base.Positioner className="z-50 outline-none" sideOffset={4} anchor={frame}>
          <Base.Popup
            className={classes(
              POPUP,
              'max-h-[min(22rem,var(--available-height))] w-[var(--anchor-width)] min-w-56 overflow-y-auto',
            )}
          >
            <Base.Status className="px-3 text-13 text-muted">
              {state === 'searching' && items.length === 0 && t('common.choose.searching')}
              {state === 'failed' && t('common.choose.failed')}
            </Base.Status>
            <Base.Empty className="px-3 text-13 text-muted">{state === 'found' && t('common.choose.nothing')}</Base.Empty>
            <Base.List>
              {(choice: T | Choice) => (
                // What was found for another text is not chosen by whoever presses Enter quickly.
                <Base.Item key={choice.key} value={choice} disabled={state === 'searching'} className={POPUP_ITEM}>
                  <span className="min-w-0 flex-1">
                    {isNew(choice) ? t('common.choose.create', { text: choice.label }) : choice.label}
                  </span>
                  {choice.hint && <span className="text-13 text-muted">{choice.hint}</span>}
                  <Base.ItemIndicator className="text-13">✓</Base.ItemIndicator>
                </Base.Item>
              )}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </>
  )
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'text-14 font-medium'}>
        {label}
      </label>
      {multiple ? (
        <Base.Root<T | Choice, true>
          {...common}
          multiple
          value={value}
          onValueChange={choose}
          inputValue={text}
          onInputValueChange={write}
        >
          {body}
        </Base.Root>
      ) : (
        <Base.Root<T | Choice>
          {...common}
          value={value[0] ?? null}
          onValueChange={(chosen, details) => choose(chosen ? [chosen] : [], details)}
          onInputValueChange={(next, { reason }) => reason === 'input-change' && write(next)}
        >
          {body}
        </Base.Root>
      )}
      <Notes id={id} hint={hint} error={error} />
    </div>
  )
}

function Chips({ value, input }: { value: readonly Choice[]; input: ReactNode }) {
  const t = useTexts()
  return (
    <Base.Chips
      aria-label={value.length > 0 ? t('common.choose.chosen') : undefined}
      className="flex flex-1 flex-wrap items-center gap-1.5"
    >
      {value.map(({ key, label }) => (
        <Base.Chip
          key={key}
          className="flex items-center rounded-sm border border-line bg-paper pl-2 text-14 outline-none focus-within:border-ink data-highlighted:border-ink"
        >
          {label}
          <Base.ChipRemove
            aria-label={t('common.choose.remove', { label })}
            className="min-h-6 px-2 text-muted hover:text-ink pointer-coarse:min-h-9 pointer-coarse:px-3"
          >
            ×
          </Base.ChipRemove>
        </Base.Chip>
      ))}
      {input}
    </Base.Chips>
  )
}
