import type { ReactNode } from 'react'
import { classes } from '@/components/desk/ui/classes'
import type { DeskTexts } from '@/newsroom/desk/desk-texts'
import type { Piece } from '@/newsroom/desk/text-diff'
import type { Difference } from './difference'

export type DifferenceForm = 'inline' | 'side'

interface Props {
  t: DeskTexts
  difference: Difference
  form: DifferenceForm
  before: ReactNode
  after: ReactNode
}

/** Two texts: in one, what went and what came marked where it stands; or beside each other. */
export function DifferenceView({ t, difference: { fields, blocks }, form, before, after }: Props) {
  return (
    <div className="flex flex-col">
      {form === 'side' && (
        <div className="hidden grid-cols-2 gap-8 border-b border-line pb-2 text-14 font-semibold tablet:grid">
          <p>{before}</p>
          <p>{after}</p>
        </div>
      )}
      {fields.map(({ field, pieces }) => (
        <section key={field} className="border-b border-line py-3">
          <p className="mb-1 text-13 text-muted">{t(`fields.${field}`)}</p>
          <Row t={t} form={form} pieces={pieces} className={field === 'headline' ? 'text-20 font-semibold' : 'text-16'} />
        </section>
      ))}
      <div className="py-3">
        {numbered(blocks).map(([number, block]) => (
          <Row
            key={number}
            t={t}
            form={form}
            pieces={block.pieces}
            className={classes('py-1.5', /^h\d$/.test(block.name) ? 'text-20 font-semibold' : 'text-16')}
            note={block.formatting ? t('revisions.formatting') : undefined}
          />
        ))}
      </div>
    </div>
  )
}

/** What is compared has no names of its own; its place is one. */
const numbered = <Item,>(items: readonly Item[]) => items.map((item, number): [number, Item] => [number, item])

interface RowProps {
  t: DeskTexts
  form: DifferenceForm
  pieces: readonly Piece[]
  className: string
  note?: ReactNode
}

function Row({ t, form, pieces, className, note }: RowProps) {
  const isSame = pieces.every(({ kind }) => kind === 'same')
  const text = (kinds: readonly Piece['kind'][], second = false) => (
    <div
      className={classes(
        'min-w-0 font-serif leading-8 whitespace-pre-wrap wrap-anywhere',
        className,
        // One under the other, what is the same need not be read twice.
        second && isSame && 'max-tablet:hidden',
      )}
    >
      <Pieces t={t} pieces={pieces.filter(({ kind }) => kinds.includes(kind))} />
      {note && <span className="ml-2 font-sans text-13 text-muted">{note}</span>}
    </div>
  )
  if (form === 'inline') return text(['same', 'removed', 'added'])
  return (
    <div className="grid gap-x-8 tablet:grid-cols-2">
      {text(['same', 'removed'])}
      {text(['same', 'added'], true)}
    </div>
  )
}

/** Told apart by line and word, not by colour alone. */
function Pieces({ t, pieces }: { t: DeskTexts; pieces: readonly Piece[] }) {
  return numbered(pieces).map(([number, { kind, text }]) => (
    <PieceText key={number} kind={kind} text={text} word={kind === 'same' ? '' : t(`revisions.${kind}`)} />
  ))
}

function PieceText({ kind, text, word }: Piece & { word: string }) {
  if (kind === 'same') return text
  const Mark = kind === 'added' ? 'ins' : 'del'
  return (
    <Mark className={kind === 'added' ? 'bg-hover text-state-live decoration-2 underline-offset-4' : 'text-state-returned'}>
      <span className="sr-only">{word}</span>
      {text}
    </Mark>
  )
}
