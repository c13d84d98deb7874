import { describe, expect, it } from 'vitest'
import {
  isSignedOff,
  type ReviewStage,
  type SignatureFacts,
  stageOf,
  stagesOf,
  unsignedStages,
  validSignatures,
  type Workflow,
  workflowAfter,
} from './review'

const sign = (stage: ReviewStage, contentHash = 'this text'): SignatureFacts => ({
  stage,
  staffId: `${stage} reader`,
  contentHash,
})

it('a category asks for up to three reviews, of which the last is the final', () => {
  expect([0, 1, 2, 3].map(stagesOf)).toEqual([[], ['final'], ['first', 'final'], ['first', 'second', 'final']])
  expect([-1, 4, 2.9].map(stagesOf)).toEqual([[], ['first', 'second', 'final'], ['first', 'final']])
})

it('an article waits for one stage at a time, or for none', () => {
  const waiting: Record<Workflow, ReviewStage | null> = {
    draft: null,
    first_review: 'first',
    second_review: 'second',
    final_review: 'final',
    returned: null,
    ready: null,
  }
  for (const [workflow, stage] of Object.entries(waiting)) expect(stageOf(workflow as Workflow)).toBe(stage)
})

describe('what follows', () => {
  const table: [stages: number, signed: ReviewStage[], next: Workflow][] = [
    [0, [], 'ready'],
    [1, [], 'final_review'],
    [1, ['final'], 'ready'],
    // Signed when more was asked for: what is left is what is asked for now.
    [1, ['first', 'second'], 'final_review'],
    [2, [], 'first_review'],
    [2, ['first'], 'final_review'],
    [2, ['first', 'final'], 'ready'],
    [3, [], 'first_review'],
    [3, ['first'], 'second_review'],
    [3, ['first', 'second'], 'final_review'],
    [3, ['first', 'second', 'final'], 'ready'],
    [3, ['final'], 'first_review'],
    [3, ['first', 'final'], 'second_review'],
  ]
  it.each(table)('of %i stages with %j signed: %s', (stages, signed, next) => {
    expect(workflowAfter(stagesOf(stages), signed)).toBe(next)
  })
})

it('a signature holds for the text it was set on, and for no other', () => {
  const signatures = [sign('first'), sign('second', 'the text before'), sign('final')]
  expect(validSignatures(signatures, 'this text').map(({ stage }) => stage)).toEqual(['first', 'final'])
  expect(unsignedStages(stagesOf(3), signatures, 'this text')).toEqual(['second'])
  expect(unsignedStages(stagesOf(2), signatures, 'this text')).toEqual([])
  expect(unsignedStages(stagesOf(3), signatures, 'another')).toEqual(['first', 'second', 'final'])
})

it('what is ready goes out while its signatures are all that is asked for, or none is needed any more', () => {
  expect(isSignedOff(stagesOf(3), [], 'this text')).toBe(true)
  expect(isSignedOff(stagesOf(1), [sign('final')], 'this text')).toBe(true)
  expect(isSignedOff(stagesOf(2), [sign('final')], 'this text')).toBe(false)
  expect(isSignedOff(stagesOf(1), [sign('final', 'the text before')], 'this text')).toBe(false)
})
