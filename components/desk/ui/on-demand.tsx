'use client'
import { type ComponentType, useEffect, useEffectEvent, useState } from 'react'
import { useFaultText } from './faults'
import { notify } from './toast'

interface Closable {
  /** left out: it is there */
  open?: boolean
  onClose(changed: false): void
}

const FIRST_TOUCH = ['pointermove', 'pointerdown', 'keydown'] as const

interface Source<Props> {
  part: ComponentType<Props> | null
  load(): Promise<ComponentType<Props>>
}

/**
 * A dialog whose script comes apart from the page's: fetched as soon as somebody moves, so that it is there when it is opened.
 * Where it cannot be had, that is said, and the page stays as it is.
 */
export function onDemand<Props extends Closable>(fetchPart: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const source: Source<Props> = {
    part: null,
    load: async () => {
      source.part ??= await fetchPart()
      return source.part
    },
  }
  onFirstTouch(() => void source.load().catch(() => null))
  return (props) => <OnDemand source={source} props={props} />
}

function OnDemand<Props extends Closable>({ source, props }: { source: Source<Props>; props: Props }) {
  const faultText = useFaultText()
  const [Part, setPart] = useState<ComponentType<Props> | null>(() => source.part)
  const isWanted = props.open !== false
  const fail = useEffectEvent(() => {
    notify(faultText({ code: 'unreachable' }))
    props.onClose(false)
  })
  useEffect(() => {
    if (!isWanted || Part) return
    let gone = false
    source.load().then(
      (found) => gone || setPart(() => found),
      () => gone || fail(),
    )
    return () => {
      gone = true
    }
  }, [isWanted, Part, source])
  return Part ? <Part {...props} /> : null
}

/** Before anybody can open anything they move the pointer, touch the page or press a key. */
function onFirstTouch(run: () => void): void {
  if (typeof document === 'undefined') return
  const once = () => {
    for (const type of FIRST_TOUCH) document.removeEventListener(type, once)
    setTimeout(run)
  }
  for (const type of FIRST_TOUCH) document.addEventListener(type, once, { passive: true })
}
