import { Table, Td, Th, Tr } from '@/components/desk/ui/data-table'
import { Section } from '@/components/desk/ui/section'
import type { DeskTexts } from '@/newsroom/desk/desk-texts'
import { type Readership, sharesOf } from '@/newsroom/desk/readership'
import { DayBars } from './day-bars'

interface Props {
  t: DeskTexts
  readership: Readership
}

const nameOf = (day: string) => day.slice(5)

/** How an article is read and passed on: in pictures for a glance, in tables for whoever wants to know. */
export function ReadersView({ t, readership: { days, channels, reads, shares } }: Props) {
  const readDays = days.map((each) => ({ day: each.day, count: each.reads }))
  const shareDays = days.map((each) => ({ day: each.day, count: sharesOf(each) }))
  const inWords = (list: typeof readDays, key: 'reads' | 'shares') => {
    const busiest = list.reduce((most, each) => (each.count > most.count ? each : most))
    const count = list.reduce((sum, each) => sum + each.count, 0)
    return t(`readers.${key}-picture`, { count, day: nameOf(busiest.day), most: busiest.count })
  }
  const titled = (list: typeof readDays) => list.map((each) => ({ ...each, title: `${nameOf(each.day)}: ${each.count}` }))
  const shown = days.filter((each) => each.reads > 0 || sharesOf(each) > 0).reverse()
  return (
    <>
      <Section title={t('readers.reads')} lead={t('readers.reads-lead', { count: reads })}>
        <DayBars label={inWords(readDays, 'reads')} days={titled(readDays)} nameOf={nameOf} />
      </Section>
      <Section title={t('readers.shares')} lead={t('readers.shares-lead', { count: shares })}>
        <DayBars label={inWords(shareDays, 'shares')} days={titled(shareDays)} nameOf={nameOf} />
        {channels.length > 0 && (
          <Table label={t('readers.channels')}>
            <thead>
              <tr>
                <Th>{t('readers.channel')}</Th>
                <Th numeric>{t('readers.shares')}</Th>
              </tr>
            </thead>
            <tbody>
              {channels.map(({ channel, count }) => (
                <Tr key={channel}>
                  <Td>{t(`readers.by.${channel}`)}</Td>
                  <Td numeric>{count}</Td>
                </Tr>
              ))}
            </tbody>
          </Table>
        )}
      </Section>
      {shown.length > 0 && (
        <Section title={t('readers.days')} lead={t('readers.days-lead')}>
          <Table label={t('readers.days-lead')}>
            <thead>
              <tr>
                <Th>{t('readers.day')}</Th>
                <Th numeric>{t('readers.reads')}</Th>
                <Th numeric>{t('readers.shares')}</Th>
                <Th>{t('readers.channels')}</Th>
              </tr>
            </thead>
            <tbody>
              {shown.map((each) => (
                <Tr key={each.day}>
                  <Td className="whitespace-nowrap">{each.day}</Td>
                  <Td numeric>{each.reads}</Td>
                  <Td numeric>{sharesOf(each)}</Td>
                  <Td>
                    {channels
                      .filter(({ channel }) => each.shares[channel])
                      .map(({ channel }) => `${t(`readers.by.${channel}`)} ${each.shares[channel]}`)
                      .join(t('readers.between'))}
                  </Td>
                </Tr>
              ))}
            </tbody>
          </Table>
        </Section>
      )}
    </>
  )
}
