export const dynamic = 'force-dynamic'

// Pages that should not be found say so themselves (noindex), which a robot has to be let in to read.
const RULES = 'User-agent: *\nDisallow: /api/\n'

export function GET() {
  return new Response(RULES, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } })
}
