'use client'
import { type Ref, useEffect, useEffectEvent, useImperativeHandle, useRef, useState } from 'react'
import { useTexts } from '@/components/desk/texts'
import { Fault, Skeleton } from '@/components/desk/ui/empty'
import { useFaultText } from '@/components/desk/ui/faults'
import type { Fault as FaultOf } from '@/newsroom/desk/outcome'
import type { TextQuote } from '@/newsroom/desk/text-quote'
import { rangeOf, selectedQuote } from './frame-text'
import type { ReviewActions } from './review-actions'

export interface ReadingHandle {
  /** the passage selected in the text; null: none */
  selection(): TextQuote | null
  /** leads to a passage; false: its words are gone */
  show(quote: TextQuote): boolean
}

interface Props {
  articleId: string
  frame: ReviewActions['frame']
  handle: Ref<ReadingHandle>
}

const LEAST_HEIGHT = 480

/** The very page readers will get, as tall as it is, so that one reads on without a second scroll bar. */
export function ReadingFrame({ articleId, frame, handle }: Props) {
  const t = useTexts()
  const faultText = useFaultText()
  const page = useRef<HTMLIFrameElement>(null)
  const [path, setPath] = useState('')
  const [fault, setFault] = useState<FaultOf | null>(null)
  const [height, setHeight] = useState(LEAST_HEIGHT)

  const open = async () => {
    setFault(null)
    const opened = await frame(articleId).catch(() => null)
    if (opened?.ok) setPath(opened.path)
    else setFault(opened?.errors[0] ?? { code: 'unreachable' })
  }
  // Once: the page's actions are others after every refresh, the text is not.
  const begin = useEffectEvent(open)
  useEffect(() => void begin(), [])

  useImperativeHandle(handle, () => ({
    selection: () => selectedQuote(page.current?.contentDocument),
    show(quote) {
      const inside = page.current?.contentDocument
      const range = rangeOf(inside, quote)
      if (!page.current || !inside || !range) return false
      inside.getSelection()?.removeAllRanges()
      inside.getSelection()?.addRange(range)
      const top = page.current.getBoundingClientRect().top + range.getBoundingClientRect().top
      window.scrollBy({ top: top - window.innerHeight / 3, behavior: 'instant' })
      return true
    },
  }))
  const measure = () => {
    const inside = page.current?.contentDocument?.documentElement
    if (!inside) return
    const observer = new ResizeObserver(() => setHeight(Math.max(LEAST_HEIGHT, inside.scrollHeight)))
    observer.observe(inside)
  }
  if (fault) return <Fault text={faultText(fault)} retry={() => void open()} />
  if (!path) return <Skeleton lines={12} />
  return (
    <iframe
      ref={page}
      title={t('review.reading')}
      src={path}
      onLoad={measure}
      className="w-full border border-line bg-paper"
      style={{ height }}
    />
  )
}
