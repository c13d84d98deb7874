import type { FrontPageLayout } from '@/newsroom/desk/front-page-layout'

/** A story as it is being placed. */
export interface PlacedStory {
  id: string
  headline: string
  /** ISO instant, or null: until somebody takes it off */
  until: string | null
}

export interface PlacedSection {
  id: number
  name: string
  hidden: boolean
}

export interface LayoutDraft {
  stories: PlacedStory[]
  sections: PlacedSection[]
  breaking: { text: string; article: { id: string; headline: string } | null; until: string | null }
}

export interface Names {
  /** headlines by article id */
  headlines: ReadonlyMap<string, string>
  categories: ReadonlyMap<number, string>
}

/** A stored layout with the names to show it by; what has no name is not public any more, and is left out. */
export function toDraft(layout: FrontPageLayout, { headlines, categories }: Names): LayoutDraft {
  const { stories, sections, breaking } = layout
  const linked = breaking?.articleId ? headlines.get(breaking.articleId) : undefined
  return {
    stories: stories.flatMap(({ articleId, until }) => {
      const headline = headlines.get(articleId)
      return headline === undefined ? [] : [{ id: articleId, headline, until }]
    }),
    sections: sections.flatMap(({ categoryId, hidden }) => {
      const name = categories.get(categoryId)
      return name === undefined ? [] : [{ id: categoryId, name, hidden }]
    }),
    breaking: {
      text: breaking?.text ?? '',
      article: breaking?.articleId && linked !== undefined ? { id: breaking.articleId, headline: linked } : null,
      until: breaking?.until ?? null,
    },
  }
}

/** `lastsMs`: how long a breaking line stands when nobody says. */
export function toLayout({ stories, sections, breaking }: LayoutDraft, now: Date, lastsMs = 3 * 3_600_000): FrontPageLayout {
  const text = breaking.text.trim()
  return {
    stories: stories.map(({ id, until }) => ({ articleId: id, until })),
    sections: sections.map(({ id, hidden }) => ({ categoryId: id, hidden })),
    breaking:
      text === ''
        ? null
        : {
            text,
            articleId: breaking.article?.id ?? null,
            until: breaking.until ?? new Date(now.getTime() + lastsMs).toISOString(),
          },
  }
}
