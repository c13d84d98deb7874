'use client'
import { diffWords } from 'diff'
import { useMemo } from 'react'
import { useEditor } from '@/components/desk/editor/editor-context'
import type { Names } from '@/components/desk/editor/names'
import { useTexts } from '@/components/desk/texts'
import type { DraftContent } from '@/newsroom/desk/draft'
import { changedFields } from '@/newsroom/desk/same-draft'

interface TwoTextsProps {
  mine: { title: string; content: DraftContent }
  theirs: { title: string; content: DraftContent }
}

/** Words as a browser with Chinese word breaks sees them. */
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** Two texts side by side, field by field, with what differs marked: here what only mine has, there what only theirs has. */
export function TwoTexts({ mine, theirs }: TwoTextsProps) {
  const t = useTexts()
  const { names } = useEditor()
  const fields = useMemo(() => changedFields(mine.content, theirs.content), [mine, theirs])
  return (
    <div className="grid gap-x-6 gap-y-4 tablet:grid-cols-2">
      <h3 className="hidden text-14 font-semibold tablet:block">{mine.title}</h3>
      <h3 className="hidden text-14 font-semibold tablet:block">{theirs.title}</h3>
      {fields.map((field) => {
        const [mineText, theirText] = [wordsOf(mine.content, field, names), wordsOf(theirs.content, field, names)]
        return [mine.title, theirs.title].map((title, side) => (
          <section key={`${field} ${title}`} className="border-t border-line pt-2">
            <h4 className="text-13 text-muted">
              <span className="tablet:hidden">{title} · </span>
              {t(`fields.${field}`)}
            </h4>
            <Difference from={side === 0 ? theirText : mineText} to={side === 0 ? mineText : theirText} />
          </section>
        ))
      })}
    </div>
  )
}

function Difference({ from, to }: { from: string; to: string }) {
  const t = useTexts()
  const parts = useMemo(() => marked(from, to), [from, to])
  if (to === '') return <p className="text-14 text-muted">{t('common.none')}</p>
  return (
    <p className="mt-1 font-serif text-16 whitespace-pre-wrap">
      {parts.map(({ at, value, added }) =>
        added ? (
          <mark key={at} className="bg-hover font-medium text-ink underline decoration-2 underline-offset-4">
            {value}
          </mark>
        ) : (
          <span key={at}>{value}</span>
        ),
      )}
    </p>
  )
}

/** What `to` is made of, each piece with where it begins and whether `from` lacks it. */
function marked(from: string, to: string): { at: number; value: string; added: boolean }[] {
  let at = 0
  return diffWords(from, to, { intlSegmenter: segmenter })
    .filter(({ removed }) => !removed)
    .map(({ value, added }) => {
      const part = { at, value, added }
      at += value.length
      return part
    })
}

/** A field as words: of HTML the text of its blocks, of ids what they are called. */
function wordsOf(content: DraftContent, field: keyof DraftContent, names: Names): string {
  switch (field) {
    case 'bodyHtml': {
      const { body } = new DOMParser().parseFromString(content.bodyHtml, 'text/html')
      return [...body.children].map(({ textContent }) => textContent ?? '').join('\n')
    }
    case 'tagIds':
      return listed(names.of('tags', content.tagIds))
    case 'categoryIds':
      return listed(names.of('categories', content.categoryIds))
    case 'sourceId':
      return listed(names.of('sources', content.sourceId === null ? [] : [content.sourceId]))
    case 'bylines': {
      const ids = content.bylines.map(({ personId }) => personId)
      return listed(names.of('people', ids))
    }
    default:
      return content[field] ?? ''
  }
}

const listed = (named: { name: string }[]) => named.map(({ name }) => name).join('、')
