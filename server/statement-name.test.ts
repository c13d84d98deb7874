import { expect, it } from 'vitest'
import { withRenderScope } from './render-scope'
import { statementNames } from './statement-name'

it('names the statements of pages, each its own, so many and no more', async () => {
  const nameOf = statementNames()
  expect(nameOf({ sql: 'SELECT 1' })).toBe('')
  const { result } = await withRenderScope(async () => [
    nameOf({ sql: 'SELECT 1' }),
    nameOf({ sql: 'SELECT 2' }),
    nameOf({ sql: 'SELECT 1' }),
    ...Array.from({ length: 298 }, (_, index) => nameOf({ sql: `SELECT ${index + 3}` })).slice(-1),
    nameOf({ sql: 'SELECT 1000' }),
    nameOf({ sql: 'SELECT 2' }),
  ])
  expect(result).toEqual(['page_0', 'page_1', 'page_0', 'page_299', '', 'page_1'])
})
