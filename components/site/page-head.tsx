import type { ReactNode } from 'react'

interface Props {
  /** what kind of page it is: 栏目, 标签 … */
  eyebrow?: ReactNode
  title: ReactNode
  /** a line under the title: how many, since when */
  note?: ReactNode
  children?: ReactNode
}

export function PageHead({ eyebrow, title, note, children }: Props) {
  return (
    <header className="page-head">
      {eyebrow && <p className="eyebrow">{eyebrow}</p>}
      <h1>{title}</h1>
      {note && <p className="note">{note}</p>}
      {children}
    </header>
  )
}
