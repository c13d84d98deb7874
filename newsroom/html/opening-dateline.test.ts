import { expect, it } from 'vitest'
import { openingDateline } from './opening-dateline'

const mark = '<span class="dateline">本报讯</span>'

it('stands before the first words', () => {
  expect(openingDateline('<p>河边开了一家书店。</p><p>门口有柳树。</p>', '本报讯')).toBe(
    `<p>${mark}河边开了一家书店。</p><p>门口有柳树。</p>`,
  )
  expect(openingDateline('\n<p class="right">河边</p>', '本报讯')).toBe(`\n<p class="right">${mark}河边</p>`)
})

it('has a line of its own before a picture, a heading, nothing', () => {
  for (const body of ['<figure><img src="/a"></figure><p>河边</p>', '<h2>河边</h2>', '', '<p><img src="/a"></p>', '<pre>a</pre>'])
    expect(openingDateline(body, '本报讯')).toBe(`<p>${mark}</p>${body}`)
})

it('is a text, whatever is in it, and nothing where there is none', () => {
  expect(openingDateline('<p>河边</p>', '<b>&')).toBe('<p><span class="dateline">&lt;b>&amp;</span>河边</p>')
  expect(openingDateline('<p>河边</p>', null)).toBe('<p>河边</p>')
})
