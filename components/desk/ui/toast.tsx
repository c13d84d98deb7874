'use client'
import { Toaster as Sonner, toast } from 'sonner'
import { randomKey } from '@/components/desk/random-key'
import { useTexts } from '@/components/desk/texts'

/**
 * Says what was done where it cannot be seen. With `undo` it stays long enough to be read and pressed; without, what lies below it can
 * be pressed through it: on a phone that is a dialog's own button.
 */
export function notify(text: string, { undo }: { undo?(): void } = {}): void {
  const id = randomKey()
  toast(
    text,
    undo
      ? { id, duration: 12_000, action: <Undo id={id} run={undo} /> }
      : { id, duration: 5_000, className: 'pointer-events-none' },
  )
}

function Undo({ id, run }: { id: string; run(): void }) {
  const t = useTexts()
  const press = () => {
    toast.dismiss(id)
    run()
  }
  return (
    <button type="button" onClick={press} className="shrink-0 rounded-sm border border-edge px-3 py-1 font-medium hover:bg-hover">
      {t('common.undo')}
    </button>
  )
}

export function Toaster() {
  const t = useTexts()
  return (
    <Sonner
      position="bottom-center"
      containerAriaLabel={t('common.messages')}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            'flex w-full items-center gap-4 rounded-md border border-line bg-raised px-4 py-3 font-sans text-14 text-ink shadow-raised',
          content: 'flex-1',
        },
      }}
    />
  )
}
