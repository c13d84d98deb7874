import { holdsWord } from './find-word'
import { normalise } from './normalise'
import { isLatin, spelledBy, spellingsOfName } from './pinyin-terms'
import type { SearchableText } from './search-entry'
import type { SearchPlan } from './search-plan'

/** Whether an article really holds every word in one piece, and none that it must not: the index knows of pairs of characters. */
export function holdsWords(article: SearchableText, { words, excluded }: Pick<SearchPlan, 'words' | 'excluded'>): boolean {
  const names = [...article.tags, ...article.people, article.source ?? ''].map((name) => normalise(name))
  const { headline, kicker, subhead, standfirst, body } = article
  const texts = [headline, kicker, subhead, standfirst, body].map((text) => normalise(text ?? ''))
  const holds = (word: string) => [...texts, ...names].some((text) => holdsWord(text, word))
  const spells = (word: string) =>
    isLatin(word) && (spelledBy(word, texts[0] ?? '').length > 0 || names.some((name) => spellingsOfName(name).includes(word)))
  return words.every((word) => holds(word) || spells(word)) && !excluded.some(holds)
}
