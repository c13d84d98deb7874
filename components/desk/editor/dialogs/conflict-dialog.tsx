'use client'
import { lazy, Suspense, useState } from 'react'
import { useEditor } from '@/components/desk/editor/editor-context'
import { useTexts } from '@/components/desk/texts'
import { Button } from '@/components/desk/ui/button'
import { Dialog } from '@/components/desk/ui/dialog'
import { Skeleton } from '@/components/desk/ui/empty'
import { FaultList } from '@/components/desk/ui/faults'
import type { DraftContent } from '@/newsroom/desk/draft'
import { parseHtml } from '@/newsroom/html/html-tree'
import { plainText } from '@/newsroom/html/plain-text'
import { PutOff } from './put-off'

const TwoTexts = lazy(() => import('./two-texts').then(({ TwoTexts: component }) => ({ default: component })))

interface ConflictDialogProps {
  mine: DraftContent
  theirs: { content: DraftContent; savedByName: string }
  /** mine goes on top, theirs is kept as a version; false: it could not be done */
  onMine(): Promise<boolean>
  /** theirs stands, mine is kept as a version; false: it could not be done */
  onTheirs(): Promise<boolean>
}

/** Somebody saved another text first. Nothing is overwritten: a person reads both and chooses; what is not chosen is kept. */
export function ConflictDialog({ mine, theirs, onMine, onTheirs }: ConflictDialogProps) {
  const t = useTexts()
  const { member } = useEditor()
  const [busy, setBusy] = useState<'mine' | 'theirs' | null>(null)
  const [failed, setFailed] = useState(false)
  const [closed, setClosed] = useState(false)
  const [copied, setCopied] = useState(false)
  const choose = async (which: 'mine' | 'theirs', run: () => Promise<boolean>) => {
    setBusy(which)
    setFailed(!(await run()))
    setBusy(null)
  }
  const copy = async () => {
    await navigator.clipboard?.writeText(copyOf(mine)).then(
      () => setCopied(true),
      () => setFailed(true),
    )
  }
  const own = theirs.savedByName === member.name
  const name = own ? t('editor.conflict.elsewhere') : theirs.savedByName || t('editor.conflict.somebody')
  if (closed) return <PutOff text={t('editor.conflict.state')} label={t('editor.compare')} onOpen={() => setClosed(false)} />
  return (
    <Dialog
      open
      wide
      onClose={() => setClosed(true)}
      title={t('editor.conflict.title', { name })}
      description={t('editor.conflict.text')}
      actions={
        <>
          <Button kind="primary" busy={busy === 'mine'} disabled={busy !== null} onClick={() => choose('mine', onMine)}>
            {t('editor.conflict.mine')}
          </Button>
          <Button busy={busy === 'theirs'} disabled={busy !== null} onClick={() => choose('theirs', onTheirs)}>
            {t('editor.conflict.theirs', { name })}
          </Button>
          <Button kind="quiet" onClick={copy}>
            {copied ? t('editor.conflict.copied') : t('editor.conflict.copy')}
          </Button>
        </>
      }
    >
      <Suspense fallback={<Skeleton lines={5} />}>
        <TwoTexts
          mine={{ title: t('editor.conflict.my-text'), content: mine }}
          theirs={{ title: t('editor.conflict.their-text', { name }), content: theirs.content }}
        />
      </Suspense>
      <div className="mt-4">
        <FaultList errors={failed ? [{ code: 'unreachable' }] : []} />
      </div>
    </Dialog>
  )
}

/** A text to be pasted anywhere: its lines, then its paragraphs. */
function copyOf({ kicker, headline, subhead, standfirst, bodyHtml }: DraftContent): string {
  return [kicker, headline, subhead, standfirst, plainText(parseHtml(bodyHtml))].filter(Boolean).join('\n\n')
}
