'use client'

export interface FoundArticle {
  id: string
  label: string
  hint?: string
}

/** Articles by headline or the beginning of its pinyin, as far as whoever asks may see them. */
export async function findArticles(text: string): Promise<FoundArticle[]> {
  const answer = await fetch(`/admin/suggest/articles?q=${encodeURIComponent(text)}`)
  if (!answer.ok) throw new Error(`suggestions answered ${answer.status}`)
  return ((await answer.json()) as { items: FoundArticle[] }).items
}
