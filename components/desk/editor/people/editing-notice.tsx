'use client'
import { useState } from 'react'
import { useEditor } from '@/components/desk/editor/editor-context'
import { useTexts } from '@/components/desk/texts'
import { Button } from '@/components/desk/ui/button'
import { ConfirmDialog } from '@/components/desk/ui/confirm-dialog'
import { FaultList } from '@/components/desk/ui/faults'
import type { Fault } from '@/newsroom/desk/outcome'
import { NoticeBar } from './notice-bar'
import { TakeOverDialog } from './take-over-dialog'
import type { useEditing } from './use-editing'

/** Why the sheet takes no words, or what was said about the text; and the way on. */
export function EditingNotice({ editing }: { editing: ReturnType<typeof useEditing> }) {
  const { article, member } = useEditor()
  const t = useTexts()
  const [asking, setAsking] = useState<'take-over' | 'edit' | null>(null)
  const { holder, taken, wanted } = editing
  const mayEdit = article.can.includes('edit') && !article.discarded
  const count = article.signatures.length
  const costs = [
    ...(count > 0 ? [t('editor.begin.text', { count })] : []),
    ...(article.can.includes('review') ? [t('editor.begin.own')] : []),
  ]

  if (taken && !holder) return <TakenNotice editing={editing} />
  if (holder && mayEdit)
    return (
      <>
        {taken && <TakenNotice editing={editing} />}
        {holder.staffId === member.id ? (
          <HeldByOneself takeOver={editing.takeOver} />
        ) : (
          <NoticeBar action={<Button onClick={() => setAsking('take-over')}>{t('editor.take-over.label')}</Button>}>
            {t('editor.held', { name: holder.name })}
          </NoticeBar>
        )}
        {asking && <TakeOverDialog name={holder.name} onClose={() => setAsking(null)} onTakeOver={editing.takeOver} />}
      </>
    )
  if (wanted && mayEdit) return article.workflow === 'returned' && article.returnReason ? <Returned /> : null
  return (
    <>
      <NoticeBar
        action={
          mayEdit && (
            <Button onClick={() => (costs.length > 0 ? setAsking('edit') : editing.begin())}>{t('editor.begin.label')}</Button>
          )
        }
      >
        {t(`editor.reading.${reasonOf(article)}`)}
      </NoticeBar>
      <ConfirmDialog
        open={asking === 'edit'}
        onClose={() => setAsking(null)}
        title={t(count > 0 ? 'editor.begin.title' : 'editor.begin.title-own')}
        text={costs.map((cost) => (
          <span key={cost} className="block">
            {cost}
          </span>
        ))}
        confirmLabel={t('editor.begin.label')}
        onConfirm={editing.begin}
      />
    </>
  )
}

/** Another window of one's own needs no word: what it holds is kept as anybody's would be. */
function HeldByOneself({ takeOver }: Pick<ReturnType<typeof useEditing>, 'takeOver'>) {
  const t = useTexts()
  const [errors, setErrors] = useState<readonly Fault[]>([])
  return (
    <NoticeBar action={<Button onClick={async () => setErrors(await takeOver(''))}>{t('editor.take-over.own')}</Button>}>
      {t('editor.held-self')}
      <FaultList errors={errors} />
    </NoticeBar>
  )
}

type Standing = ReturnType<typeof useEditor>['article']

function reasonOf({ discarded, publication, workflow, can, isPublished }: Standing) {
  if (discarded) return 'discarded'
  if (publication === 'withdrawn') return 'withdrawn'
  if (!can.includes('edit')) return 'not-yours'
  if (publication === 'live' && isPublished) return 'live'
  return workflow === 'ready' ? 'ready' : 'review'
}

function Returned() {
  const { article } = useEditor()
  const t = useTexts()
  return (
    <NoticeBar>
      <span className="font-medium text-state-returned">{t('editor.returned')}</span>{' '}
      <span className="whitespace-pre-wrap">{article.returnReason}</span>
    </NoticeBar>
  )
}

function TakenNotice({ editing: { taken, holder, begin } }: { editing: ReturnType<typeof useEditing> }) {
  const t = useTexts()
  if (!taken) return null
  const { name, message, kept } = taken
  return (
    <NoticeBar action={!holder && <Button onClick={begin}>{t('editor.begin.label')}</Button>}>
      <p className="font-medium">{t('editor.taken.by', { name: name || t('editor.conflict.somebody') })}</p>
      {message && <p>“{message}”</p>}
      {kept !== 'nothing' && <p className="text-muted">{t(`editor.taken.${kept}`)}</p>}
    </NoticeBar>
  )
}
