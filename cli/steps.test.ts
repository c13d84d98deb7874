import { afterEach, expect, it, vi } from 'vitest'
import { oneTest, program, runSteps } from './steps'

afterEach(() => {
  vi.restoreAllMocks()
})

it('steps run to the end whatever fails, each named, all counted', async () => {
  const said = vi.spyOn(console, 'log').mockImplementation(() => {})
  const sum = await runSteps([
    oneTest('good', async () => {}),
    oneTest('bad', () => Promise.reject(new Error('because'))),
    program('program', 'cli/nowhere.mjs', []),
    { name: 'many', run: async () => ({ passed: 7, failed: 2, output: 'two of nine' }) },
    { name: 'last', run: async () => ({ passed: 3, failed: 0, output: 'not shown' }) },
  ])
  expect(sum).toEqual({ passed: 11, failed: 4 })
  const text = said.mock.calls.flat().join('\n')
  expect(text).toMatch(
    /✓ good .*because.*✗ bad .*nowhere.*✗ program .*two of nine.*✗ many .*7 passed, 2 failed\n✓ last .*3 passed, 0 failed/s,
  )
  expect(text).not.toContain('not shown')
})
