import { tellName } from '@/app/api/v1/names'

export const dynamic = 'force-dynamic'

export async function GET(_: Request, { params }: RouteContext<'/api/v1/tags/[slug]'>): Promise<Response> {
  return await tellName('tag', (await params).slug)
}
