import { answer, site } from '@/app/api/v1/answer'
import { openApiDocument } from '@/newsroom/api/openapi'

export const dynamic = 'force-dynamic'

/** What this API has, as OpenAPI 3.1. */
export async function GET(): Promise<Response> {
  return answer(openApiDocument(site()))
}
