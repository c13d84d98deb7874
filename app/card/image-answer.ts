import type { FoundImage } from '@/server/queries/find-card'

/** An image, or 404, or 410 for what was withdrawn or taken off the site. */
export function imageAnswer(found: FoundImage): Response {
  if (found.state === 'image') return new Response(new Uint8Array(found.bytes), { headers: { 'Content-Type': found.type } })
  return new Response(`${found.state}\n`, {
    status: found.state === 'gone' ? 410 : 404,
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  })
}
