'use client'
import { useEditor } from '@/components/desk/editor/editor-context'
import { useTexts } from '@/components/desk/texts'

/** 来源, 署名 and 栏目 as the article's own line shows them; each leads to where it is set. */
export function MetaLine() {
  const { content, names, editable, goTo } = useEditor()
  const t = useTexts()
  const [source] = names.of('sources', content.sourceId === null ? [] : [content.sourceId])
  const people = names.of(
    'people',
    content.bylines.map(({ personId }) => personId),
  )
  const bylines = content.bylines.map(({ role }, index) => `${t(`fields.byline.${role}`)} ${people[index]?.name ?? ''}`)
  const asked = (text: string) => (editable ? text : null)
  const items = [
    { field: 'categoryIds', shown: content.categoryIds.length > 0 ? null : asked(t('editor.meta.no-category')) },
    { field: 'sourceId', shown: source ? `${t('fields.sourceId')} ${source.name}` : null },
    { field: 'bylines', shown: bylines.length > 0 ? bylines.join('　') : asked(t('editor.meta.no-byline')) },
  ] as const
  if (items.every(({ shown }) => shown === null)) return null
  return (
    <p className="mt-6 flex flex-wrap gap-x-5 gap-y-1 border-y border-line py-2 text-14 text-muted">
      {items.map(({ field, shown }) =>
        shown === null ? null : editable ? (
          <button
            key={field}
            type="button"
            onClick={() => goTo(field)}
            className="underline decoration-line underline-offset-4 hover:text-ink"
          >
            {shown}
          </button>
        ) : (
          <span key={field}>{shown}</span>
        ),
      )}
    </p>
  )
}
