import type { Fault } from '@/newsroom/desk/outcome'

/** 接手编辑; empty: done. */
export async function postTakeOver(articleId: string, clientId: string, message: string): Promise<readonly Fault[]> {
  try {
    const answer = await fetch(`/admin/articles/${articleId}/take-over`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ clientId, message }),
    })
    if (answer.ok) return []
    const { errors = [] } = (await answer.json()) as { errors?: Fault[] }
    return errors.length > 0 ? errors : [{ code: 'unreachable' }]
  } catch {
    return [{ code: 'unreachable' }]
  }
}
