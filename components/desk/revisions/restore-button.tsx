'use client'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useTexts } from '@/components/desk/texts'
import { useAction } from '@/components/desk/ui/action'
import { Button } from '@/components/desk/ui/button'
import { FaultList } from '@/components/desk/ui/faults'
import { FormDialog } from '@/components/desk/ui/form-dialog'
import { notify } from '@/components/desk/ui/toast'
import type { Outcome } from '@/newsroom/desk/outcome'

export type RestoreAction = (articleId: string, number: number, baseVersion: number) => Promise<Outcome<{ number: number }>>

interface Props {
  articleId: string
  number: number
  baseVersion: number
  restore: RestoreAction
}

/** Brings a version back, once somebody knows what becomes of the draft. */
export function RestoreButton({ articleId, number, baseVersion, restore }: Props) {
  const t = useTexts()
  const router = useRouter()
  const [isOpen, setOpen] = useState(false)
  const { run, busy, errors } = useAction(restore)
  const confirm = async () => {
    if (!(await run(articleId, number, baseVersion)).ok) return
    setOpen(false)
    notify(t('revisions.restored', { number }))
    router.push(`/admin/articles/${articleId}/revisions`)
    router.refresh()
  }
  return (
    <>
      <Button kind="quiet" className="mt-1 -ml-2.5" onClick={() => setOpen(true)}>
        {t('revisions.restore')}
      </Button>
      <FormDialog
        open={isOpen}
        onClose={() => setOpen(false)}
        title={t('revisions.restore-title', { number })}
        description={t('revisions.restore-text')}
        answer={t('revisions.restore')}
        busy={busy}
        onSubmit={confirm}
      >
        <FaultList errors={errors} />
      </FormDialog>
    </>
  )
}
