/** What happened to an article as the world outside sees it. `refiled`: the same text under other labels. */
export type ArticleEventKind = 'published' | 'updated' | 'corrected' | 'refiled' | 'withdrawn' | 'unpublished'

export interface ArticleEvent {
  articleId: string
  kind: ArticleEventKind
}
