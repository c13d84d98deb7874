import { describe, expect, it } from 'vitest'
import { ROLES, type Role } from '@/newsroom/desk/staff'
import { placeOf, placesFor } from './places'

const keys = (role: Role) => placesFor({ id: 'a', name: '林晓', role, desk: null }).map(({ key }) => key)
const ALL = placesFor({ id: 'a', name: '林晓', role: 'administrator', desk: null })

describe('where somebody may go', () => {
  it('is what their role allows', () => {
    expect(keys('reporter')).toEqual(['day', 'articles', 'media'])
    expect(keys('editor')).toEqual(['day', 'articles', 'review', 'front-page', 'media'])
    expect(keys('chief')).toContain('audit')
    expect(keys('chief')).not.toContain('staff')
    expect(keys('administrator')).toHaveLength(13)
  })

  it('only grows with the role', () => {
    for (const [index, role] of ROLES.slice(1).entries())
      expect(keys(role)).toEqual(expect.arrayContaining(keys(ROLES[index] ?? 'reporter')))
  })
})

describe('the place an address lies in', () => {
  it.each([
    ['/admin', 'day'],
    ['/admin/articles/1a2b3c4d5e/review', 'articles'],
    ['/admin/tags', 'tags'],
  ])('%s: %s', (path, key) => {
    expect(placeOf(path, ALL)?.key).toBe(key)
  })

  it('is none for an address of its own', () => {
    expect(placeOf('/admin/account', ALL)).toBeNull()
    expect(placeOf('/admin/tagsoup', ALL)).toBeNull()
  })
})
