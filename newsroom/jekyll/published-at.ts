import type { FrontMatter } from './front-matter'
import type { ImportNote } from './import-note'
import { readDate } from './jekyll-date'
import type { JekyllFile } from './jekyll-file'
import type { JekyllSite } from './jekyll-site'
import { readingsOf } from './old-addresses'
import type { WallClock } from './wall-clock'
import type { Words } from './yaml-words'

export interface PublishedAt {
  at: Date | null
  /** the site's wall at that time, Jekyll's reading first */
  readings: WallClock[]
  notes: ImportNote[]
}

interface NoPublishing {
  reason: string
  line: number | null
}

/**
 * When a post was published: front matter beats the file name, which beats the day a wire id begins with. A date that is
 * written but is no day of the calendar is an error, not a guess.
 */
export function publishedAt(date: Words, front: FrontMatter, file: JekyllFile, site: JekyllSite): PublishedAt | NoPublishing {
  const line = front.lines.get('date') ?? null
  const written =
    typeof date === 'string' ? readDate(date, !front.quoted.has('date'), site.timeZone) : date === null ? 'empty' : 'unreadable'
  if (written === 'unreal') return { reason: `date: ${date} is no day of the years 1 to 9999`, line }
  if (typeof written !== 'string') {
    const readings = readingsOf(written.at, written.zone, site)
    return {
      at: written.at,
      readings,
      notes: [...undatedName(file), ...(written.zone === 'utc' ? doubtfulDay(readings, line) : [])],
    }
  }
  const why = line === null ? 'no date' : written === 'empty' ? 'the date is empty' : `the date is not understood: ${date}`
  const named = file.date === null ? 'empty' : readDate(file.date, true, site.timeZone)
  if (named === 'unreal') return { reason: `file name: ${file.date} is no day of the years 1 to 9999`, line: null }
  const day = typeof named === 'string' ? readDate(file.wireId?.replace(/^NW/, '').slice(0, 8) ?? '', true, site.timeZone) : named
  if (typeof day === 'string') {
    const missing: ImportNote = {
      field: 'date',
      guess: '',
      reason: `${why}, nor in the file name: not published`,
      line,
      rescue: true,
    }
    return { at: null, readings: [], notes: file.place === 'drafts' ? [] : [missing] }
  }
  const taken: ImportNote = {
    field: 'date',
    guess: day.at.toISOString(),
    reason: `${why}; taken from the ${day === named ? 'file name' : 'id in the file name'}`,
    line,
    rescue: true,
  }
  const usual = day === named && line === null
  return { at: day.at, readings: readingsOf(day.at, day.zone, site), notes: usual ? [] : [taken] }
}

function undatedName(file: JekyllFile): ImportNote[] {
  if (file.place !== 'posts' || file.date !== null) return []
  const reason = 'no date in the file name: the old site never showed this post, it has no old address'
  return [{ field: 'file name', guess: '', reason, line: null, rescue: false }]
}

/** A time without a zone near midnight lies on another day than its author may have meant. */
function doubtfulDay([read, meant]: WallClock[], line: number | null): ImportNote[] {
  if (!read || !meant || read.day === meant.day) return []
  const day = (wall: WallClock) => `${wall.year}-${wall.month}-${wall.day}`
  const reason = `UTC or the site's clock? The old site showed it on ${day(read)}; the other reading is ${day(meant)}, both addresses are kept`
  return [{ field: 'date', guess: '', reason, line, rescue: false }]
}
