/** What a step says of itself in a trace: no values of statements, nothing of who asks. */
export type SpanFacts = Record<string, string | number | boolean>

/** Adds what is known only later. */
export type Note = (facts: SpanFacts) => void

export interface Tracer {
  inSpan<Result>(name: string, facts: SpanFacts, work: (note: Note) => Promise<Result>): Promise<Result>
  /** whether a span is under way that another would belong to */
  isInside(): boolean
  /** goes on from what somebody else began (W3C Trace Context, `traceparent`) */
  following<Result>(traceparent: string, work: () => Promise<Result>): Promise<Result>
}

const HOME = Symbol.for('broadsheet.tracer')
const home = globalThis as { [HOME]?: Tracer | undefined }

/** From now on steps are traced; Next's bundle and everything else share it. See trace-export.ts. */
export const setTracer = (tracer: Tracer | undefined): void => {
  home[HOME] = tracer
}

const noNote: Note = () => {}

/** Undefined as long as nobody wants traces: then a span costs this look. */
export const tracer = (): Tracer | undefined => home[HOME]

/** A step of its own in the trace, where traces are wanted. */
export async function inSpan<Result>(name: string, facts: SpanFacts, work: (note: Note) => Promise<Result>): Promise<Result> {
  const tracing = home[HOME]
  return tracing ? await tracing.inSpan(name, facts, work) : await work(noNote)
}
