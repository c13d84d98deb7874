import { tellName } from '@/app/api/v1/names'

export const dynamic = 'force-dynamic'

export async function GET(_: Request, { params }: RouteContext<'/api/v1/categories/[slug]'>): Promise<Response> {
  return await tellName('category', (await params).slug)
}
