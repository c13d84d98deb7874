'use client'
import { useEffect, useRef, useState } from 'react'
import { useTexts } from '@/components/desk/texts'
import { Button } from '@/components/desk/ui/button'
import { Dialog } from '@/components/desk/ui/dialog'
import { PutOff } from './put-off'

const SIGN_IN = '/admin/sign-in'
/** Where the frame arrives once somebody is signed in: small, and made for nobody to read. */
const ARRIVED = '/admin/signed-in'

/** A sign-in in place: the article stays behind it as it was typed, and is saved as soon as somebody is signed in. */
export function SignInAgain({ onSignedIn }: { onSignedIn(): void }) {
  const t = useTexts()
  const [closed, setClosed] = useState(false)
  const frame = useRef<HTMLIFrameElement>(null)
  const told = useRef(onSignedIn)
  told.current = onSignedIn
  useEffect(() => {
    // The frame's own pages follow each other without loading anew, so it is looked at.
    const timer = setInterval(() => {
      if (pathOf(frame.current) === ARRIVED) told.current()
    }, 500)
    return () => clearInterval(timer)
  }, [])
  if (closed) return <PutOff text={t('editor.signed-out')} label={t('editor.sign-in.label')} onOpen={() => setClosed(false)} />
  return (
    <Dialog
      open
      onClose={() => setClosed(true)}
      title={t('editor.sign-in.title')}
      description={t('editor.sign-in.text')}
      actions={<Button onClick={onSignedIn}>{t('editor.sign-in.done')}</Button>}
    >
      <iframe
        ref={frame}
        title={t('editor.sign-in.title')}
        src={`${SIGN_IN}?next=${encodeURIComponent(ARRIVED)}`}
        className="h-112 w-full border border-line"
      />
    </Dialog>
  )
}

function pathOf(frame: HTMLIFrameElement | null): string | undefined {
  try {
    return frame?.contentWindow?.location.pathname
  } catch {
    // somebody else's page: not arrived
    return undefined
  }
}
