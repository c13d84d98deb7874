import { currentStaff } from '@/app/admin/desk-session'
import type { AuditLine } from '@/newsroom/desk/audit'
import { readAuditFilter } from '@/newsroom/desk/audit-filter'
import { CSV_BEGINNING, csvLine } from '@/newsroom/desk/csv'
import { noteAuditExport } from '@/server/commands/note-audit-export'
import { walkAudit } from '@/server/queries/list-audit'

/** The record as the page filters it, all of it: `?format=csv` for spreadsheets, else JSON, newest first, streamed. */
export async function GET(request: Request): Promise<Response> {
  const actor = await currentStaff()
  if (!actor) return Response.json({ errors: [{ code: 'signed-out' }] }, { status: 401 })
  const query = Object.fromEntries(new URL(request.url).searchParams)
  const [filter, form] = [readAuditFilter(query), query.format === 'csv' ? CSV : JSON_LINES]
  const noted = await noteAuditExport(actor, { filter, format: form.name })
  if (!noted.ok) return Response.json({ errors: noted.errors }, { status: 403 })
  const day = new Date().toISOString().slice(0, 10)
  return new Response(streamOf(written(walkAudit(filter), form)), {
    headers: {
      'Content-Type': form.type,
      'Content-Disposition': `attachment; filename="audit-${day}.${form.name}"`,
      'Cache-Control': 'private, no-store',
    },
  })
}

interface Form {
  name: 'csv' | 'json'
  type: string
  begin: string
  line(line: AuditLine, first: boolean): string
  end: string
}

const COLUMNS = [
  'id',
  'at',
  'actorId',
  'actorName',
  'action',
  'subject',
  'label',
  'before',
  'after',
  'address',
  'userAgent',
] as const
const json = (value: unknown) => (value === null ? null : JSON.stringify(value))

const CSV: Form = {
  name: 'csv',
  type: 'text/csv; charset=utf-8',
  begin: CSV_BEGINNING + csvLine(COLUMNS),
  line: ({ id, at, actorId, actorName, action, subject, label, before, after, address, userAgent }) =>
    csvLine([id, at.toISOString(), actorId, actorName, action, subject, label, json(before), json(after), address, userAgent]),
  end: '',
}

const JSON_LINES: Form = {
  name: 'json',
  type: 'application/json; charset=utf-8',
  begin: '[',
  line: (line, first) => `${first ? '' : ','}\n${JSON.stringify(line)}`,
  end: '\n]\n',
}

async function* written(lines: AsyncIterable<AuditLine[]>, { begin, line, end }: Form): AsyncGenerator<string> {
  yield begin
  let first = true
  for await (const page of lines) {
    yield page.map((each, index) => line(each, first && index === 0)).join('')
    first = false
  }
  yield end
}

/** As much as the client takes, and no more is read once it goes away. */
function streamOf(texts: AsyncGenerator<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await texts.next()
      if (done) controller.close()
      else controller.enqueue(encoder.encode(value))
    },
    async cancel() {
      await texts.return(undefined)
    },
  })
}
