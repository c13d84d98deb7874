import type { IncomingMessage, ServerResponse } from 'node:http'
import { type RenderScope, withRenderScope } from '@/server/render-scope'

type NextHandler = (req: IncomingMessage, res: ServerResponse) => Promise<void>

/**
 * Lets Next answer somebody by itself: nothing of it is kept. Next sends the outcome of every action with 200; what the action says
 * of its status (`answer`) is sent in its place, and the page that asked reads the outcome all the same. Arguments that Next cannot
 * read are the sender's fault: every action asks first where they come from, and one that was not reached never failed.
 */
export async function answerByNext(next: NextHandler, req: IncomingMessage, res: ServerResponse): Promise<void> {
  if (req.method !== 'POST') return await next(req, res)
  await withRenderScope(async (scope) => {
    const writeHead = res.writeHead.bind(res) as (status: number, ...rest: unknown[]) => ServerResponse
    res.writeHead = ((status: number, ...rest: unknown[]) =>
      writeHead(statusOf(status, scope, req), ...rest)) as ServerResponse['writeHead']
    await next(req, res)
  })
}

function statusOf(status: number, scope: RenderScope, req: IncomingMessage): number {
  if (status === 200) return scope.status ?? 200
  return status === 500 && req.headers['next-action'] !== undefined && !scope.reached ? 400 : status
}
