import Link from 'next/link'
import type { ComponentProps, ReactNode } from 'react'
import { classes } from './classes'

export type ButtonKind = 'primary' | 'plain' | 'quiet' | 'danger'

const BASE =
  'inline-flex min-h-9 items-center justify-center gap-2 rounded-sm border px-4 text-14 font-medium whitespace-nowrap select-none disabled:opacity-55 pointer-coarse:min-h-11'

const KINDS: Record<ButtonKind, string> = {
  primary: 'border-ink bg-ink text-sheet hover:opacity-88 active:opacity-75',
  plain: 'border-edge bg-sheet text-ink hover:bg-hover active:bg-line',
  quiet: 'border-transparent bg-transparent px-2.5 text-ink hover:bg-hover active:bg-line',
  danger: 'border-state-returned bg-sheet text-state-returned hover:bg-state-returned hover:text-sheet',
}

export const buttonClasses = (kind: ButtonKind = 'plain', className?: string) => classes(BASE, KINDS[kind], className)

interface Look {
  /** `primary`: the one thing to do on a screen */
  kind?: ButtonKind
  icon?: ReactNode
}

/** While `busy` it is not pressed again, and says so to screen readers. */
export function Button({
  kind,
  busy,
  icon,
  className,
  children,
  disabled,
  type = 'button',
  ...rest
}: Look & { busy?: boolean } & ComponentProps<'button'>) {
  return (
    <button
      {...rest}
      type={type}
      disabled={disabled || busy}
      aria-busy={busy || undefined}
      className={buttonClasses(kind, className)}
    >
      {icon}
      {children}
    </button>
  )
}

/** Looks like a button, leads somewhere: a page of the desk. */
export function ButtonLink({ kind, icon, className, children, ...rest }: Look & ComponentProps<typeof Link>) {
  return (
    <Link {...rest} className={buttonClasses(kind, className)}>
      {icon}
      {children}
    </Link>
  )
}
