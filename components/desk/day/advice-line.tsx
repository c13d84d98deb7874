'use client'
import Link from 'next/link'
import { useState } from 'react'
import { putOff } from '@/components/desk/shell/preferences'
import { useTexts } from '@/components/desk/texts'
import { Button } from '@/components/desk/ui/button'
import type { Advice } from '@/newsroom/desk/advice'
import type { Role } from '@/newsroom/desk/staff'

interface AdviceLineProps {
  advice: Advice
  /** whose day it is */
  id: string
  name: string
  role: Role
}

/** One line that leads to the account, and goes when it is told to. */
export function AdviceLine({ advice, id, name, role }: AdviceLineProps) {
  const t = useTexts()
  const [gone, setGone] = useState(false)
  if (gone) return null
  const later = () => {
    putOff(advice, id)
    setGone(true)
  }
  return (
    <aside
      aria-label={t('day.advice.label')}
      className="mb-8 flex flex-wrap items-center gap-x-4 gap-y-1 border-l-2 border-state-waiting pl-4 text-14"
    >
      <p>{t(`day.advice.${advice}.text`, { name, role: t(`common.role.${role}`) })}</p>
      <Link
        href="/admin/account"
        className="inline-flex min-h-9 items-center underline decoration-line underline-offset-4 hover:decoration-ink pointer-coarse:min-h-11"
      >
        {t(`day.advice.${advice}.action`)}
      </Link>
      <Button kind="quiet" onClick={later}>
        {t('day.advice.later')}
      </Button>
    </aside>
  )
}
