'use client'
import { useRouter } from 'next/navigation'
import { useTexts } from '@/components/desk/texts'
import { useAction } from '@/components/desk/ui/action'
import { Button } from '@/components/desk/ui/button'
import { FaultList } from '@/components/desk/ui/faults'
import type { Outcome } from '@/newsroom/desk/outcome'

export function MarkAllRead({ markAll }: { markAll(): Promise<Outcome> }) {
  const t = useTexts()
  const router = useRouter()
  const { run, busy, errors } = useAction(markAll)
  const press = async () => {
    const { ok } = await run()
    if (ok) router.refresh()
  }
  return (
    <>
      <FaultList errors={errors} />
      <Button busy={busy} onClick={press}>
        {t('notices.mark-all')}
      </Button>
    </>
  )
}
