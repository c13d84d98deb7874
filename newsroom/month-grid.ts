/** The weeks of a month (`2022-02`) as a calendar prints them, Monday first; null where a cell belongs to another month. */
export function monthGrid(month: string): (string | null)[][] {
  const [year = 0, number = 0] = month.split('-').map(Number)
  const firstWeekday = (new Date(`${month}-01T00:00:00Z`).getUTCDay() + 6) % 7
  const length = new Date(Date.UTC(year, number, 0)).getUTCDate()
  const cells = Array.from({ length: Math.ceil((firstWeekday + length) / 7) * 7 }, (_, cell) => {
    const day = cell - firstWeekday + 1
    return day < 1 || day > length ? null : `${month}-${String(day).padStart(2, '0')}`
  })
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7))
}
