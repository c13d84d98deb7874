'use client'

export interface FoundArticle {
  id: string
  label: string
  hint?: string
}

/** Articles by words of their headline, as far as whoever asks may see them. */
export async function findArticles(text: string): Promise<FoundArticle[]> {
  const answer = await fetch(`/admin/find?q=${encodeURIComponent(text)}`)
  if (!answer.ok) throw new Error(`/admin/find answered ${answer.status}`)
  return ((await answer.json()) as { items: FoundArticle[] }).items
}
