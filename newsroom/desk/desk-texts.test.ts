import { expect, it } from 'vitest'
import { english } from '@/messages/desk/en/english'
import { chinese } from '@/messages/desk/zh-CN/chinese'
import { deskTexts } from './desk-texts'

type Words = { [key: string]: string | Words }

const entries = (words: Words, path = ''): [string, string][] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : entries(value, `${path}${key}.`),
  )

it('has every text in both languages', () => {
  const keys = (words: Words) =>
    entries(words)
      .map(([key]) => key)
      .sort()
  expect(keys(english)).toEqual(keys(chinese))
})

it('has no empty text and no exclamation', () => {
  for (const [key, text] of [...entries(chinese), ...entries(english)]) expect(text, key).toMatch(/^[^!！]+$/)
})

it('answers in the language asked for, Chinese for any other', () => {
  expect(deskTexts('en', 'UTC')('common.workflow.ready')).toBe('Ready')
  expect(deskTexts('fr', 'UTC')('common.workflow.ready')).toBe('可发布')
})
