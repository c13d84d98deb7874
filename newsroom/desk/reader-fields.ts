import type { Article } from '@/newsroom/article'
import type { DraftContent } from './draft'

type Fields = 'dateline' | 'originalHeadline' | 'originalAuthor' | 'searchTitle' | 'aiAssistance'

/** What a desk decides beside the text, as readers get it; an import decided none of it. */
export const readerFields = (content: Partial<DraftContent> | null): Pick<Article, Fields> => ({
  dateline: content?.dateline || null,
  originalHeadline: content?.originalHeadline || null,
  originalAuthor: content?.originalAuthor || null,
  searchTitle: content?.searchTitle || null,
  aiAssistance: content?.aiAssistance ?? 'none',
})
