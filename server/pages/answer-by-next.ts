import type { IncomingMessage, ServerResponse } from 'node:http'
import { withRenderScope } from '@/server/render-scope'

type NextHandler = (req: IncomingMessage, res: ServerResponse) => Promise<void>

/**
 * Lets Next answer somebody by itself: nothing of it is kept. Next sends the outcome of every action with 200; what the action says
 * of its status (`answer`) is sent in its place, and the page that asked reads the outcome all the same.
 */
export async function answerByNext(next: NextHandler, req: IncomingMessage, res: ServerResponse): Promise<void> {
  if (req.method !== 'POST') return await next(req, res)
  await withRenderScope(async (scope) => {
    const writeHead = res.writeHead.bind(res) as (status: number, ...rest: unknown[]) => ServerResponse
    res.writeHead = ((status: number, ...rest: unknown[]) =>
      writeHead(status === 200 ? (scope.status ?? 200) : status, ...rest)) as ServerResponse['writeHead']
    await next(req, res)
  })
}
