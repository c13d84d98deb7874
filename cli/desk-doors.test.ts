import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT } from './root'

const pages = globSync('app/admin/(desk)/**/page.tsx', { cwd: ROOT })

describe('the doors of the desk', () => {
  it('are all looked at', () => {
    expect(pages.length).toBeGreaterThan(3)
  })

  // The layout lets whoever is signed out through to the page, which alone knows where to come back to.
  it.each(pages)('%s asks who is there', (page) => {
    expect(readFileSync(join(ROOT, page), 'utf8')).toMatch(/await require(Staff|Desk)\(/)
  })
})
