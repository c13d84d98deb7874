/** 三审三校 (handbook: 初审, 复审, 终审): which stages there are, and what follows what. */

export type ReviewStage = 'first' | 'second' | 'final'
export type Workflow = 'draft' | 'first_review' | 'second_review' | 'final_review' | 'returned' | 'ready'

const STAGES: readonly (readonly ReviewStage[])[] = [[], ['final'], ['first', 'final'], ['first', 'second', 'final']]

/** The stages of a category that asks for `count` reviews: the last one is always the final. */
export function stagesOf(count: number): readonly ReviewStage[] {
  return STAGES[Math.min(Math.max(Math.trunc(count), 0), 3)] ?? []
}

const WAITING: Record<ReviewStage, Workflow> = { first: 'first_review', second: 'second_review', final: 'final_review' }

/** The stage that an article waits for, or null where it waits for none. */
export function stageOf(workflow: Workflow): ReviewStage | null {
  return (Object.keys(WAITING) as ReviewStage[]).find((stage) => WAITING[stage] === workflow) ?? null
}

export interface SignatureFacts {
  stage: ReviewStage
  staffId: string
  contentHash: string
}

/** The signatures that hold: those on exactly this text. */
export function validSignatures<Signature extends SignatureFacts>(
  signatures: readonly Signature[],
  contentHash: string,
): Signature[] {
  return signatures.filter((signature) => signature.contentHash === contentHash)
}

/** Where an article stands once it was submitted with these stages signed: at the first that nobody signed, else ready. */
export function workflowAfter(stages: readonly ReviewStage[], signed: readonly ReviewStage[]): Workflow {
  const next = stages.find((stage) => !signed.includes(stage))
  return next ? WAITING[next] : 'ready'
}

/** The stages that nobody signed for exactly this text, in their order. */
export function unsignedStages(
  stages: readonly ReviewStage[],
  signatures: readonly SignatureFacts[],
  contentHash: string,
): ReviewStage[] {
  const signed = validSignatures(signatures, contentHash).map(({ stage }) => stage)
  return stages.filter((stage) => !signed.includes(stage))
}

/** Whether what is ready may still go out: whatever was signed in this round is the whole of what is asked for now. */
export function isSignedOff(stages: readonly ReviewStage[], signatures: readonly SignatureFacts[], contentHash: string): boolean {
  return signatures.length === 0 || unsignedStages(stages, signatures, contentHash).length === 0
}
