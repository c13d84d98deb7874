'use client'
import { useTexts } from '@/components/desk/texts'
import { Table, Td, Th, Tr } from '@/components/desk/ui/data-table'
import { When } from '@/components/desk/ui/when'
import { knownText } from '@/newsroom/desk/known-text'
import { type DeliveryLine, type DeliveryState, deliveryState } from '@/newsroom/push/states'

const COLOURS: Partial<Record<DeliveryState, string>> = {
  sent: 'text-state-live',
  retrying: 'text-state-waiting',
  'gave-up': 'text-state-returned',
}

/** What opens more of a line. */
export const SUMMARY =
  "flex min-h-6 w-fit items-center text-13 text-muted before:w-4 before:content-['▸'] hover:text-ink [[open]>&]:before:content-['▾'] pointer-coarse:min-h-11"

interface Props {
  label: string
  deliveries: readonly DeliveryLine[]
  /** whether they are of several channels */
  channels?: boolean
}

/** What was told, or is to be, newest first. */
export function DeliveryList({ label, deliveries, channels }: Props) {
  const t = useTexts()
  if (deliveries.length === 0) return <p className="text-14 text-muted">{t('pushes.last.empty')}</p>
  return (
    <Table label={label}>
      <thead>
        <tr>
          <Th>{t('pushes.last.at')}</Th>
          <Th>{t('pushes.last.what')}</Th>
          <Th>{t('pushes.last.state')}</Th>
        </tr>
      </thead>
      <tbody>
        {deliveries.map((line) => (
          <Tr key={line.id}>
            <Td className="whitespace-nowrap text-muted">
              <When at={line.createdAt} />
            </Td>
            <Td className="min-w-40">
              {knownText(t, `pushes.events.${line.event.replace('article.', '')}`) ?? line.event}
              {channels && <span className="ml-2 text-muted">{knownText(t, `pushes.channel.${line.channel}`)}</span>}
              {line.event !== 'test' && (
                <a
                  href={line.target}
                  target="_blank"
                  rel="noopener"
                  className="block font-mono text-13 break-all text-muted hover:text-ink"
                >
                  {line.target}
                </a>
              )}
              {line.call && <Call call={line.call} />}
            </Td>
            <Td>
              <State line={line} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  )
}

/** What a dry run kept at home. */
function Call({ call: { url, body } }: { call: NonNullable<DeliveryLine['call']> }) {
  const t = useTexts()
  return (
    <details className="mt-1">
      <summary className={SUMMARY}>{t('pushes.last.call')}</summary>
      <pre className="border-l-2 border-line py-1 pl-3 font-mono text-13 break-all whitespace-pre-wrap">
        {`POST ${url}\n\n${body}`}
      </pre>
    </details>
  )
}

function State({ line }: { line: DeliveryLine }) {
  const t = useTexts()
  const state = deliveryState(line)
  const isBad = state === 'retrying' || state === 'gave-up'
  return (
    <>
      <span className={COLOURS[state] ?? 'text-muted'}>
        {t(`pushes.states.${state}`)}
        {line.lastStatus ? ` ${line.lastStatus}` : ''}
      </span>
      {state === 'retrying' && (
        <span className="block text-13 text-muted">
          {t('pushes.last.next')} <When at={line.notBefore} />
        </span>
      )}
      {isBad && line.lastAnswer && (
        <span className="block max-w-80 font-mono text-13 break-all text-muted">{line.lastAnswer}</span>
      )}
    </>
  )
}
