'use client'
import { Dialog as Base } from '@base-ui/react/dialog'
import { type ReactNode, useRef } from 'react'
import { useTexts } from '@/components/desk/texts'
import { classes } from './classes'

interface DialogProps {
  open: boolean
  onClose(): void
  title: string
  description?: ReactNode
  children?: ReactNode
  /** buttons at the foot, the first one the answer */
  actions?: ReactNode
  /** where nothing is to be written, Enter answers */
  answerFirst?: boolean
  /** where the focus goes when it closes; null: where it was */
  returnTo?: (() => HTMLElement | null) | undefined
  /** for what needs room: the picture library, two texts side by side */
  wide?: boolean
}

/** A sheet above the page; Escape and a press outside close it, focus returns to where it was. */
export function Dialog({ open, onClose, title, description, children, actions, answerFirst, returnTo, wide }: DialogProps) {
  const t = useTexts()
  const content = useRef<HTMLDivElement>(null)
  const foot = useRef<HTMLDivElement>(null)
  // whoever came to write something begins to write; a finger first wants to see what is asked
  const firstPlace = (openedBy: string) => {
    if (openedBy === 'touch') return null
    const field = content.current?.querySelector<HTMLElement>('input, textarea, select')
    // Not yet to be pressed: then the dialog itself, and Enter does nothing meanwhile.
    const answer = foot.current?.querySelector<HTMLElement>('button:enabled') ?? content.current?.parentElement
    return field ?? (answerFirst ? answer : null) ?? null
  }
  return (
    <Base.Root open={open} onOpenChange={(next) => next || onClose()}>
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-veil" />
        <Base.Viewport className="fixed inset-0 z-50 flex items-end justify-center overflow-y-auto sm:items-start sm:p-6 sm:pt-[12vh]">
          <Base.Popup
            initialFocus={firstPlace}
            finalFocus={() => returnTo?.() ?? true}
            className={classes(
              'flex max-h-[88dvh] w-full flex-col rounded-md border border-line bg-raised text-ink shadow-raised outline-none',
              wide ? 'max-w-5xl' : 'max-w-lg',
            )}
          >
            <div className="flex items-start gap-4 px-6 pt-5">
              <div className="flex-1">
                <Base.Title className="text-20 font-semibold">{title}</Base.Title>
                {description && <Base.Description className="mt-1 text-14 text-muted">{description}</Base.Description>}
              </div>
              <Base.Close className="-mr-2 rounded-sm px-2 py-1 text-14 text-muted hover:bg-hover hover:text-ink">
                {t('common.close')}
              </Base.Close>
            </div>
            <div ref={content} className="min-h-2 overflow-y-auto px-6 py-4">
              {children}
            </div>
            {actions && (
              <div ref={foot} className="flex flex-row-reverse flex-wrap justify-start gap-2 border-t border-line px-6 py-4">
                {actions}
              </div>
            )}
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  )
}
