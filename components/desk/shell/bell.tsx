'use client'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useEffect, useState } from 'react'
import { useTexts } from '@/components/desk/texts'

const EVERY_MS = 60_000

/** 通知, and how many of them nobody has read; asked again each minute and whenever the tab is looked at. */
export function Bell({ unread }: { unread: number }) {
  const t = useTexts()
  const path = usePathname()
  const [count, setCount] = useState(unread)
  useEffect(() => setCount(unread), [unread])
  // biome-ignore lint/correctness/useExhaustiveDependencies: going to another page asks at once
  useEffect(() => {
    const ask = async () => {
      if (document.hidden) return
      const answer = await fetch('/admin/notices/unread').catch(() => null)
      if (answer?.ok) setCount(((await answer.json()) as { count: number }).count)
    }
    const timer = setInterval(ask, EVERY_MS)
    document.addEventListener('visibilitychange', ask)
    void ask()
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', ask)
    }
  }, [path])
  return (
    <Link
      href="/admin/notices"
      aria-label={t('common.nav.unread', { count })}
      aria-current={path === '/admin/notices' ? 'page' : undefined}
      className="flex min-h-9 items-center gap-2 text-14 text-muted hover:text-ink aria-[current]:font-semibold aria-[current]:text-ink pointer-coarse:min-h-11"
    >
      {t('common.nav.notices')}
      {count > 0 && (
        <span className="min-w-5 rounded-sm bg-accent px-1 text-center text-13 leading-5 text-sheet tabular-nums">{count}</span>
      )}
    </Link>
  )
}
