import { listNames } from '@/app/api/v1/names'

export const dynamic = 'force-dynamic'

export async function GET(request: Request): Promise<Response> {
  return await listNames('source', request)
}
