import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { TextsProvider } from '@/components/desk/texts'
import { deskMessages } from '@/newsroom/desk/desk-texts'
import { Button } from './button'
import { FaultList } from './faults'
import { Field, TextInput } from './field'
import { StateChip } from './state-chip'
import { When } from './when'

const draw = (node: ReactNode) =>
  renderToStaticMarkup(
    <TextsProvider locale="zh-CN" timeZone="Asia/Shanghai" messages={deskMessages('zh-CN')}>
      {node}
    </TextsProvider>,
  )

const attribute = (markup: string, name: string) => new RegExp(` ${name}="([^"]*)"`).exec(markup)?.[1]

describe('the parts of the desk', () => {
  it('a field ties its label, hint and error to its control', () => {
    const markup = draw(
      <Field label="标题" hint="不超过三十字" error="太长了" required>
        {(ids) => <TextInput {...ids} />}
      </Field>,
    )
    const id = attribute(markup, 'for')
    expect(markup).toContain(`id="${id}"`)
    expect(attribute(markup, 'aria-describedby')).toBe(`${id}-hint ${id}-error`)
    expect(attribute(markup, 'aria-invalid')).toBe('true')
    expect(markup).toContain('必填')
  })

  it('a field without a fault says nothing of one', () => {
    const markup = draw(<Field label="标题">{(ids) => <TextInput {...ids} />}</Field>)
    expect(markup).not.toMatch(/aria-invalid=|aria-describedby|role="alert"/)
  })

  it('a busy button is not pressed again, and says so', () => {
    const markup = draw(<Button busy>发布</Button>)
    expect(markup).toMatch(/disabled=""/)
    expect(attribute(markup, 'aria-busy')).toBe('true')
    expect(attribute(markup, 'type')).toBe('button')
  })

  it('a state always has its word', () => {
    const text = draw(<StateChip workflow="second_review" publication="live" />).replace(/<[^>]*>/g, ' ')
    expect(text.split(/\s+/).filter(Boolean)).toEqual(['已发布', '待复审'])
  })

  it('faults are sentences that are read out; no faults are nothing', () => {
    expect(draw(<FaultList errors={[{ code: 'denied.own-text' }]} />)).toMatch(/role="alert".*自己写过或改过的稿件，不能由自己审/)
    expect(draw(<FaultList errors={[]} />)).toBe('')
  })

  it('an instant is told in the newsroom’s zone, and told to machines as it is', () => {
    const markup = draw(<When at="2026-11-23T16:30:00Z" style="full" />)
    expect(attribute(markup, 'dateTime')).toBe('2026-11-23T16:30:00.000Z')
    expect(markup).toContain('2026年11月24日 00:30')
  })
})
