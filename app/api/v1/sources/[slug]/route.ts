import { tellName } from '@/app/api/v1/names'

export const dynamic = 'force-dynamic'

export async function GET(_: Request, { params }: RouteContext<'/api/v1/sources/[slug]'>): Promise<Response> {
  return await tellName('source', (await params).slug)
}
