import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { MarkedText } from './marked-text'

const draw = (text: string, marks: [number, number][]) => renderToStaticMarkup(<MarkedText text={text} marks={marks} />)

it('marks what was looked for', () => {
  expect(draw('新乡市水利局', [[3, 5]])).toBe('新乡市<mark>水利</mark>局')
  expect(draw('新乡市水利局', [])).toBe('新乡市水利局')
})

it('writes text as text, whatever it looks like', () => {
  expect(draw('<b>水</b>&', [[0, 4]])).toBe('<mark>&lt;b&gt;水</mark>&lt;/b&gt;&amp;')
})
