'use client'
import { type NodeViewProps, NodeViewWrapper } from '@tiptap/react'
import { useRef, useSyncExternalStore } from 'react'
import type { PictureSlots } from '@/components/desk/editor/body/extensions/picture-slots'
import { useTexts } from '@/components/desk/texts'
import { SMALL_BUTTON } from './block-tools'

/** The place of a picture that is on its way, did not arrive or could not come along. */
export function SlotView({ node, deleteNode, slots }: NodeViewProps & { slots: PictureSlots }) {
  const t = useTexts()
  const key = String(node.attrs.key)
  const { state, file, done, preview } = useSyncExternalStore(
    slots.subscribe,
    () => slots.find(key),
    () => slots.find(key),
  )
  const input = useRef<HTMLInputElement>(null)
  return (
    <NodeViewWrapper className="picture-slot" data-state={state} contentEditable={false} data-drag-handle>
      {preview && <img src={preview} alt="" />}
      <p role={state === 'uploading' ? 'status' : 'alert'} className="text-14">
        {state === 'uploading' ? t('body.slot.uploading', { name: file?.name ?? '' }) : t(`body.slot.${state}`)}
      </p>
      {state === 'uploading' ? (
        <progress max={1} value={done} aria-label={t('body.slot.uploading', { name: file?.name ?? '' })} />
      ) : (
        <span className="flex flex-wrap">
          {state === 'failed' && (
            <button type="button" className={SMALL_BUTTON} onClick={() => slots.retry(key)}>
              {t('body.slot.retry')}
            </button>
          )}
          <button type="button" className={SMALL_BUTTON} onClick={() => input.current?.click()}>
            {t('body.slot.upload')}
          </button>
          <button type="button" className={SMALL_BUTTON} onClick={() => slots.choose(key)}>
            {t('body.slot.library')}
          </button>
          <button type="button" className={SMALL_BUTTON} onClick={() => deleteNode()}>
            {t('body.slot.remove')}
          </button>
        </span>
      )}
      <input
        ref={input}
        type="file"
        accept="image/*"
        hidden
        onChange={({ target }) => {
          const [chosen] = target.files ?? []
          if (chosen) slots.retry(key, chosen)
        }}
      />
    </NodeViewWrapper>
  )
}
