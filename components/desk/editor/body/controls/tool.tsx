'use client'
import { Toolbar } from '@base-ui/react/toolbar'
import type { ReactNode } from 'react'
import { keyNames } from './key-names'

interface ToolProps {
  label: string
  keys?: string
  /** for what is on or off */
  pressed?: boolean
  disabled?: boolean
  onPress(): void
  /** a mark instead of the words */
  children?: ReactNode
}

/** A word or a small mark; pressing it leaves the selection where it is. */
export function Tool({ label, keys, pressed, disabled, onPress, children }: ToolProps) {
  return (
    <Toolbar.Button
      aria-label={children ? label : undefined}
      aria-pressed={pressed}
      title={keys ? `${label}（${keyNames(keys)}）` : label}
      disabled={disabled}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
      className="h-8 min-w-8 shrink-0 rounded-sm px-1.5 text-14 whitespace-nowrap hover:bg-hover aria-pressed:bg-line data-disabled:text-muted data-disabled:opacity-55 pointer-coarse:h-11 pointer-coarse:min-w-11"
    >
      {children ?? label}
    </Toolbar.Button>
  )
}

export const ToolGap = () => <Toolbar.Separator className="mx-1 h-4 w-px shrink-0 bg-line" />
