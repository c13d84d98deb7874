import { expect, it } from 'vitest'
import { openReport } from '@/server/importer/import-report'
import { importSummary } from './import-summary'

const note = (index: number) => ({ file: `a/_posts/${index}.md`, line: 3, field: 'title', guess: '河边', reason: 'no title' })

it('counts every outcome, names what was guessed and every refused file', () => {
  const report = { ...openReport(false), read: 1234, created: 1230, seconds: 2 }
  report.rescued = [note(1)]
  report.refused = Array.from({ length: 30 }, (_, index) => ({
    file: `a/_posts/r${index}.md`,
    line: index || null,
    reason: 'not UTF-8',
  }))
  const text = importSummary(report, 'r.json')
  expect(text).toContain('import done (2.0 s, 617/s)')
  expect(text).toMatch(/1,230 {2}新建 created/)
  expect(text).toContain('a/_posts/1.md:3  title → "河边": no title')
  expect(text).toContain('a/_posts/r0.md  not UTF-8')
  expect(text).toContain('a/_posts/r29.md:29  not UTF-8')
  expect(text).toContain('report: r.json')
})

it('says how many more there are of what it does not list', () => {
  const report = { ...openReport(true), rescued: Array.from({ length: 25 }, (_, index) => note(index)) }
  const text = importSummary(report, undefined)
  expect(text).toContain('dry run')
  expect(text).toContain('5 more: see --report')
})

it('shows what a file name would tell the terminal to do', () => {
  const report = { ...openReport(false), refused: [{ file: 'a/_posts/x\n\u001b[31m.md', line: null, reason: 'not UTF-8' }] }
  expect(importSummary(report, undefined)).toContain('a/_posts/x\\x0a\\x1b[31m.md  not UTF-8')
})
