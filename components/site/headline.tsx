import { breaksAtPhrases } from '@/newsroom/headline-phrases'

interface Props {
  text: string
  level: 1 | 2 | 3
  /** where it leads; a headline over its own text leads nowhere */
  address?: string
}

export function Headline({ text, level, address }: Props) {
  const Heading = `h${level}` as const
  return (
    <Heading className={breaksAtPhrases(text) ? 'headline phrased' : 'headline'}>
      {address ? <a href={address}>{text}</a> : text}
    </Heading>
  )
}
