'use client'
import { NodeViewContent, type NodeViewProps, NodeViewWrapper, useEditorState } from '@tiptap/react'
import { useId, useState } from 'react'
import { pictureAttributes } from '@/components/desk/editor/body/text/figure-content'
import { useTexts } from '@/components/desk/texts'
import type { PickedMedia } from '@/newsroom/desk/picked-media'
import { BlockTools, SMALL_BUTTON } from './block-tools'

interface Props extends NodeViewProps {
  pick(): Promise<PickedMedia | null>
}

/** A picture as the reader sees it; its words are written where they will be read. */
export function FigureView({ pick, ...props }: Props) {
  const { node, selected, editor, updateAttributes } = props
  const t = useTexts()
  const editable = useEditorState({ editor, selector: ({ editor: now }) => now.isEditable })
  const { src, srcSet, sizes, width, height, alt } = node.attrs
  const replace = async () => {
    const picture = await pick()
    if (picture) updateAttributes({ ...pictureAttributes(picture), alt: picture.alt || alt })
  }
  return (
    <NodeViewWrapper as="figure" data-selected={selected || undefined} aria-label={t('body.picture.label')}>
      <img
        src={src}
        srcSet={srcSet ?? undefined}
        sizes={sizes ?? undefined}
        width={width ?? undefined}
        height={height ?? undefined}
        alt={alt ?? ''}
        data-drag-handle
        draggable
      />
      <NodeViewContent<'figcaption'> as="figcaption" />
      <div className="block-bar" contentEditable={false}>
        <AltField
          value={alt ?? ''}
          captioned={node.firstChild?.textContent !== ''}
          editable={editable}
          onChange={(value) => updateAttributes({ alt: value })}
        />
        <BlockTools {...props}>
          <button type="button" className={SMALL_BUTTON} onClick={replace}>
            {t('body.picture.replace')}
          </button>
        </BlockTools>
      </div>
    </NodeViewWrapper>
  )
}

interface AltProps {
  value: string
  captioned: boolean
  editable: boolean
  onChange(value: string): void
}

/** Kept while it is typed; a word that an input method still composes is not. */
function AltField({ value, captioned, editable, onChange }: AltProps) {
  const t = useTexts()
  const id = useId()
  const [composed, setComposed] = useState<string | null>(null)
  const missing = value.trim() === ''
  return (
    <span className="alt-field">
      <label htmlFor={id} className="text-13 whitespace-nowrap text-muted">
        {t('body.picture.alt')}
      </label>
      <input
        id={id}
        value={composed ?? value}
        readOnly={!editable}
        maxLength={300}
        placeholder={t('body.picture.alt-placeholder')}
        aria-describedby={missing ? `${id}-mark` : undefined}
        onChange={({ target, nativeEvent }) =>
          (nativeEvent as InputEvent).isComposing ? setComposed(target.value) : onChange(target.value)
        }
        onCompositionEnd={({ currentTarget }) => {
          setComposed(null)
          onChange(currentTarget.value)
        }}
      />
      {missing && (
        <span id={`${id}-mark`} className={captioned ? 'text-13 text-muted' : 'text-13 text-state-waiting'}>
          {t(captioned ? 'body.picture.no-alt-captioned' : 'body.picture.no-alt')}
        </span>
      )}
    </span>
  )
}
