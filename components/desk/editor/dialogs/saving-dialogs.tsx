'use client'
import { postAside } from '@/components/desk/editor/saving/requests'
import type { useLocalCopy } from '@/components/desk/editor/saving/use-local-copy'
import type { useArticle } from '@/components/desk/editor/use-article'
import { ConflictDialog } from './conflict-dialog'
import { RestoreDialog } from './restore-dialog'
import { SignInAgain } from './sign-in-again'

interface SavingDialogsProps {
  held: ReturnType<typeof useArticle>
  copy: ReturnType<typeof useLocalCopy>
}

/** What saving needs a person for: two texts, a sign-in, words of before. */
export function SavingDialogs({ held: { article, view, runner, replace, look }, copy }: SavingDialogsProps) {
  const { theirs } = view
  if (view.phase === 'signed-out') {
    // Perhaps somebody else now, who may do other things.
    const goOn = () => void runner.flush().then(look)
    return <SignInAgain onSignedIn={goOn} />
  }
  if (view.phase === 'conflict' && theirs) {
    const mine = async () => {
      if (!(await postAside(article.id, theirs.content))) return false
      runner.dispatch({ type: 'mine-chosen' })
      return true
    }
    const standBack = async () => {
      if (!(await postAside(article.id, runner.view().content))) return false
      replace(theirs.content, theirs.version, theirs.savedAt)
      await look()
      return true
    }
    return <ConflictDialog mine={view.content} theirs={theirs} onMine={mine} onTheirs={standBack} />
  }
  if (copy.asked)
    return <RestoreDialog copy={copy.asked} server={view.saved} onRestore={copy.restore} onKeepAside={copy.keepAside} />
  return null
}
