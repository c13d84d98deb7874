import { problemAnswer } from '@/app/api/v1/answer'

export const dynamic = 'force-dynamic'

/** Whatever is no address of the API. */
export async function GET(): Promise<Response> {
  return problemAnswer(404)
}
