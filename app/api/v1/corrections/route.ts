import { answerQuery, pageAnswer, site } from '@/app/api/v1/answer'
import { correctionJson } from '@/newsroom/api/article-json'
import { correctionsQuery } from '@/newsroom/api/query'
import { listCorrections } from '@/server/queries/list-corrections'

export const dynamic = 'force-dynamic'

/** What was published wrong and put right, the newest first. */
export async function GET(request: Request): Promise<Response> {
  return await answerQuery(request, correctionsQuery, async ({ limit, cursor }) => {
    const { items, older } = await listCorrections({ before: cursor, size: limit })
    return pageAnswer(request, { items: items.map((item) => correctionJson(item, site())), next: older })
  })
}
