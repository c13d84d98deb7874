import { answer, answerQuery, problemAnswer, site } from '@/app/api/v1/answer'
import { ARTICLE_FIELDS } from '@/newsroom/api/answers'
import { articleJson } from '@/newsroom/api/article-json'
import { articleQuery } from '@/newsroom/api/query'
import { isArticleId } from '@/newsroom/article-id'
import { machineTime } from '@/newsroom/dates'
import { findArticle } from '@/server/queries/find-article'

export const dynamic = 'force-dynamic'

/** One article, whole; 410 with the newsroom's notice where it was withdrawn, without one where it was taken off the site. */
export async function GET(request: Request, { params }: RouteContext<'/api/v1/articles/[id]'>): Promise<Response> {
  const { id } = await params
  return await answerQuery(request, articleQuery, async ({ fields }) => {
    const found = isArticleId(id) ? await findArticle(id) : null
    if (!found) return problemAnswer(404)
    if (found.state === 'withdrawn') {
      const withdrawnAt = machineTime(found.withdrawnAt, site().timeZone)
      return problemAnswer(410, { detail: found.notice ?? 'The newsroom has withdrawn this article.', withdrawnAt })
    }
    if (found.state === 'offline') return problemAnswer(410, { detail: 'This article is not online any more.' })
    return answer(articleJson(found, new Set(fields ?? ARTICLE_FIELDS), site()))
  })
}
