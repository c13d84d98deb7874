import { listNewestIds } from '@/server/queries/list-newest'

export const dynamic = 'force-dynamic'

/** The newest articles, for the live notice: `{ items: [{ id, publishedAt, headline, path }] }`, newest first. */
export async function GET() {
  return Response.json({ items: await listNewestIds() })
}
