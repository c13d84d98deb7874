import { Fragment } from 'react'
import { breaksAtPhrases, headlineWords } from '@/newsroom/headline-phrases'

interface Props {
  text: string
  level: 1 | 2 | 3
  /** where it leads; a headline over its own text leads nowhere */
  address?: string
}

/** Breaks between its phrases if they are short, a large one between its words, others wherever the line is full. */
export function Headline({ text, level, address }: Props) {
  const Heading = `h${level}` as const
  const phrased = breaksAtPhrases(text)
  const pieces = phrased || level === 3 ? [text] : headlineWords(text)
  const broken = pieces.map((piece, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a headline's words have no other identity
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {piece}
    </Fragment>
  ))
  return (
    <Heading className={phrased || pieces.length > 1 ? 'headline phrased' : 'headline'}>
      {address ? <a href={address}>{broken}</a> : broken}
    </Heading>
  )
}
