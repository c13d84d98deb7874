import type { Context, Span } from '@opentelemetry/api'
import { config } from './config'
import { type Note, setTracer, type Tracer } from './trace'

/**
 * Sends traces to `OTEL_EXPORTER_OTLP_ENDPOINT`, where one is set: only then is anything of OpenTelemetry loaded. Next adds spans of
 * its own below ours. Answers how to stop; what is left is sent then.
 */
export async function startTracing(): Promise<() => Promise<void>> {
  const { OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_TRACES_SAMPLER_ARG } = config()
  if (OTEL_EXPORTER_OTLP_ENDPOINT === undefined) return async () => {}
  const [{ context, trace, SpanStatusCode }, sdk, { OTLPTraceExporter }, resources, { AsyncLocalStorageContextManager }] =
    await Promise.all([
      import('@opentelemetry/api'),
      import('@opentelemetry/sdk-trace'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/resources'),
      import('@opentelemetry/context-async-hooks'),
    ])
  const named = resources.resourceFromAttributes({ 'service.name': 'broadsheet', 'process.pid': process.pid })
  const said = resources.detectResources({ detectors: [resources.envDetector] })
  const provider = new sdk.TracerProvider({
    resource: resources.defaultResource().merge(named).merge(said),
    sampler: new sdk.ParentBasedSampler({ root: new sdk.TraceIdRatioBasedSampler(OTEL_TRACES_SAMPLER_ARG) }),
    spanProcessors: [
      new sdk.BatchSpanProcessor({
        exporter: new OTLPTraceExporter({ url: new URL('v1/traces', withSlash(OTEL_EXPORTER_OTLP_ENDPOINT)).href }),
      }),
    ],
  })
  trace.setGlobalTracerProvider(provider)
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable())
  const spans = trace.getTracer('broadsheet')

  const within = async <Result>(span: Span, of: Context, work: (note: Note) => Promise<Result>): Promise<Result> => {
    try {
      return await context.with(of, () => work((facts) => void span.setAttributes(facts)))
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : 'thrown' })
      throw error
    } finally {
      span.end()
    }
  }
  setTracer({
    inSpan: async (name, facts, work) => {
      const span = spans.startSpan(name, { attributes: facts })
      return await within(span, trace.setSpan(context.active(), span), work)
    },
    isInside: () => trace.getSpan(context.active()) !== undefined,
    following: async (traceparent, work) => {
      const parent = readTraceparent(traceparent)
      const of = parent ? trace.setSpanContext(context.active(), { ...parent, isRemote: true }) : context.active()
      return await context.with(of, work)
    },
  } satisfies Tracer)
  return async () => {
    setTracer(undefined)
    await provider.shutdown()
    trace.disable()
    context.disable()
  }
}

const withSlash = (url: string) => (url.endsWith('/') ? url : `${url}/`)

function readTraceparent(text: string): { traceId: string; spanId: string; traceFlags: number } | null {
  const [, traceId, spanId, flags] = /^00-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})$/.exec(text) ?? []
  if (!traceId || !spanId || !flags) return null
  return { traceId, spanId, traceFlags: Number.parseInt(flags, 16) & 1 }
}
