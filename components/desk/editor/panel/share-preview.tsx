'use client'
import { useEditor } from '@/components/desk/editor/editor-context'
import { useNewsroom, useTexts } from '@/components/desk/texts'
import { calendarDay } from '@/newsroom/calendar'

/** A result of a search and a card of WeChat, drawn from what is written. */
export function SharePreview({ title, description }: { title: string; description: string }) {
  const { article, content, names, site } = useEditor()
  const t = useTexts()
  const { timeZone } = useNewsroom()
  const picture = names.picture(content.leadMediaId)
  const day = calendarDay(article.publishedAt ? new Date(article.publishedAt) : new Date(), timeZone)
  const shownTitle = title || t('editor.preview.untitled')
  const shownDescription = description || t('editor.preview.no-description')
  return (
    <>
      <figure className="flex flex-col gap-2">
        <figcaption className="text-13 text-muted">{t('editor.preview.result')}</figcaption>
        <div className="border border-line bg-sheet p-3">
          <p className="truncate text-13 text-muted" suppressHydrationWarning>
            {new URL(site.url).host} › {day.replaceAll('-', ' › ')}
          </p>
          <p className="mt-1 line-clamp-1 text-16 font-medium text-state-ready">
            {shownTitle} - {site.name}
          </p>
          <p className="mt-1 line-clamp-2 text-13">{shownDescription}</p>
        </div>
      </figure>
      <figure className="flex flex-col gap-2">
        <figcaption className="text-13 text-muted">{t('editor.preview.card')}</figcaption>
        <div className="border border-line bg-sheet p-3">
          <p className="line-clamp-2 text-16">{shownTitle}</p>
          <div className="mt-1 flex gap-3">
            <p className="line-clamp-3 flex-1 text-13 text-muted">{shownDescription}</p>
            {picture ? (
              <img
                src={picture.src}
                alt=""
                className="size-14 shrink-0 object-cover"
                style={{ objectPosition: `${picture.focalX * 100}% ${picture.focalY * 100}%` }}
              />
            ) : (
              <span className="flex size-14 shrink-0 items-center justify-center bg-hover font-serif text-20" aria-hidden="true">
                {[...site.name][0]}
              </span>
            )}
          </div>
          <p className="mt-2 border-t border-line pt-1 text-13 text-muted">{site.name}</p>
        </div>
      </figure>
    </>
  )
}
