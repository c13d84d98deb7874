import { calendarDay } from './calendar'

export interface DayGroup<Item> {
  /** `2022-02-08` */
  day: string
  items: Item[]
}

/** Splits a list in its order into runs of the same calendar day. */
export function groupByDay<Item extends { publishedAt: Date }>(items: Item[], timeZone: string): DayGroup<Item>[] {
  const groups: DayGroup<Item>[] = []
  for (const item of items) {
    const day = calendarDay(item.publishedAt, timeZone)
    const last = groups.at(-1)
    if (last?.day === day) last.items.push(item)
    else groups.push({ day, items: [item] })
  }
  return groups
}
