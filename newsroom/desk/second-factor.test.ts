import { expect, it } from 'vitest'
import { isSecondFactorAsked, SECOND_FACTOR_RULES } from './second-factor'
import { ROLES } from './staff'

it('a second factor is asked of whom the rule names', () => {
  const asked = SECOND_FACTOR_RULES.map((rule) => [rule, ROLES.filter((role) => isSecondFactorAsked(rule, role))])
  expect(asked).toEqual([
    ['offered', []],
    ['chiefs', ['chief', 'administrator']],
    ['all', ['reporter', 'editor', 'chief', 'administrator']],
  ])
})
