'use client'
import { lazy, Suspense, useState } from 'react'
import { useTexts } from '@/components/desk/texts'
import { Button } from '@/components/desk/ui/button'
import { Dialog } from '@/components/desk/ui/dialog'
import { Skeleton } from '@/components/desk/ui/empty'
import { FaultList } from '@/components/desk/ui/faults'
import { When } from '@/components/desk/ui/when'
import type { DraftContent } from '@/newsroom/desk/draft'
import type { LocalCopy } from '@/newsroom/desk/local-copy'
import { PutOff } from './put-off'

const TwoTexts = lazy(() => import('./two-texts').then(({ TwoTexts: component }) => ({ default: component })))

interface RestoreDialogProps {
  copy: LocalCopy
  server: DraftContent
  onRestore(): Promise<boolean>
  /** the copy becomes a version of the article, out of the way */
  onKeepAside(): Promise<boolean>
}

/** This browser holds words the server never got, and somebody saved another text since. */
export function RestoreDialog({ copy, server, onRestore, onKeepAside }: RestoreDialogProps) {
  const t = useTexts()
  const [failed, setFailed] = useState(false)
  const [closed, setClosed] = useState(false)
  const run = (act: () => Promise<boolean>) => async () => setFailed(!(await act()))
  if (closed) return <PutOff text={t('editor.restore.title')} label={t('editor.compare')} onOpen={() => setClosed(false)} />
  return (
    <Dialog
      open
      wide
      onClose={() => setClosed(true)}
      title={t('editor.restore.title')}
      description={
        <>
          {t('editor.restore.text')} <When at={copy.changedAt} style="full" />
        </>
      }
      actions={
        <>
          <Button kind="primary" onClick={run(onRestore)}>
            {t('editor.restore.mine')}
          </Button>
          <Button onClick={run(onKeepAside)}>{t('editor.restore.theirs')}</Button>
        </>
      }
    >
      <Suspense fallback={<Skeleton lines={5} />}>
        <TwoTexts
          mine={{ title: t('editor.restore.my-text'), content: copy.content }}
          theirs={{ title: t('editor.restore.their-text'), content: server }}
        />
      </Suspense>
      <FaultList errors={failed ? [{ code: 'unreachable' }] : []} />
    </Dialog>
  )
}
