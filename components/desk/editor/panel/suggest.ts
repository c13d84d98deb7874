import type { Choice } from '@/components/desk/ui/choices'
import type { Named } from '@/newsroom/desk/editor-article'
import type { SuggestionKind } from '@/newsroom/desk/suggestion'

interface Suggestion {
  id: number | string
  label: string
  hint?: string
  /** of an article: the address readers have */
  href?: string
}

export interface Suggested extends Choice {
  href?: string
}

/** What fits a text, of one kind; throws when it could not be asked. */
export async function suggest(kind: SuggestionKind, text: string): Promise<Suggested[]> {
  const answer = await fetch(`/admin/suggest/${kind}?q=${encodeURIComponent(text)}`)
  if (!answer.ok) throw new Error(`suggestions of ${kind}: ${answer.status}`)
  const { items } = (await answer.json()) as { items: Suggestion[] }
  return items.map(({ id, label, hint, href }) => ({ key: String(id), label, ...(hint && { hint }), ...(href && { href }) }))
}

export const choiceOf = ({ id, name }: Named): Choice => ({ key: String(id), label: name })
export const namedOf = ({ key, label }: Choice): Named => ({ id: Number(key), name: label })
