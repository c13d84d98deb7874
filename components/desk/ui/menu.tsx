'use client'
import { Menu as Base } from '@base-ui/react/menu'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { buttonClasses } from './button'
import { classes, POPUP, POPUP_ITEM } from './classes'

export interface MenuItem {
  label: string
  onSelect?(): void
  href?: string
  danger?: boolean
  disabled?: boolean
}

interface MenuProps {
  /** the button's name */
  label: string
  items: readonly MenuItem[]
  /** what the button shows instead of its name */
  trigger?: ReactNode
}

export function Menu({ label, items, trigger }: MenuProps) {
  return (
    <Base.Root>
      <Base.Trigger aria-label={trigger ? label : undefined} className={buttonClasses('quiet')}>
        {trigger ?? (
          <>
            {label}
            <span aria-hidden="true">▾</span>
          </>
        )}
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner className="z-50 outline-none" sideOffset={4} align="end">
          <Base.Popup className={classes(POPUP, 'min-w-40')}>
            {items.map((item) => (
              <Item key={item.label} {...item} />
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}

function Item({ label, onSelect, href, danger, disabled }: MenuItem) {
  const className = classes(POPUP_ITEM, danger && 'text-state-returned')
  if (href && !disabled)
    return (
      <Base.LinkItem className={className} closeOnClick render={<Link href={href} />}>
        {label}
      </Base.LinkItem>
    )
  return (
    <Base.Item className={className} disabled={disabled} onClick={onSelect}>
      {label}
    </Base.Item>
  )
}
