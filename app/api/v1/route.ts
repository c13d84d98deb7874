export const dynamic = 'force-dynamic'

/** Whoever comes to the door is shown what there is. */
export async function GET(): Promise<Response> {
  return new Response(null, { status: 308, headers: { location: '/api/v1/openapi.json' } })
}
