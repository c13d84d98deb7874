'use client'
import { type SyntheticEvent, useState } from 'react'
import { useTexts } from '@/components/desk/texts'
import { Button } from '@/components/desk/ui/button'
import { Dialog } from '@/components/desk/ui/dialog'

const SIGN_IN = '/admin/sign-in'
/** Where the frame arrives once somebody is signed in: small, and made for nobody to read. */
const ARRIVED = '/admin/signed-in'

/** A sign-in in place: the article stays behind it as it was typed, and is saved as soon as somebody is signed in. */
export function SignInAgain({ onSignedIn }: { onSignedIn(): void }) {
  const t = useTexts()
  const [closed, setClosed] = useState(false)
  const loaded = (event: SyntheticEvent<HTMLIFrameElement>) => {
    const path = event.currentTarget.contentWindow?.location.pathname
    if (path && !path.startsWith(SIGN_IN)) onSignedIn()
  }
  if (closed)
    return (
      <div
        role="status"
        className="fixed right-4 bottom-28 z-30 flex items-center gap-3 border border-line bg-raised px-4 py-2 text-14 tablet:bottom-14"
      >
        {t('editor.signed-out')}
        <Button onClick={() => setClosed(false)}>{t('editor.sign-in.label')}</Button>
      </div>
    )
  return (
    <Dialog
      open
      onClose={() => setClosed(true)}
      title={t('editor.sign-in.title')}
      description={t('editor.sign-in.text')}
      actions={<Button onClick={onSignedIn}>{t('editor.sign-in.done')}</Button>}
    >
      <iframe
        title={t('editor.sign-in.title')}
        src={`${SIGN_IN}?next=${encodeURIComponent(ARRIVED)}`}
        onLoad={loaded}
        className="h-112 w-full border border-line"
      />
    </Dialog>
  )
}
