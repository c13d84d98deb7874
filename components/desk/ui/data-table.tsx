import type { ComponentProps } from 'react'
import { classes } from './classes'

/** Rows between hairlines. On a narrow screen it moves sideways in its own frame, reachable by keyboard; elsewhere its head stays in sight. */
export function Table({ label, className, children, ...rest }: { label: string } & ComponentProps<'table'>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section aria-label={label} tabIndex={0} className="relative overflow-x-auto tablet:overflow-x-visible">
      <table {...rest} className={classes('w-full border-collapse text-left text-14 tabular-nums', className)}>
        {children}
      </table>
    </section>
  )
}

export function Th({ numeric, className, scope = 'col', ...rest }: { numeric?: boolean } & ComponentProps<'th'>) {
  return (
    <th
      {...rest}
      scope={scope}
      className={classes(
        'border-b border-line bg-sheet py-2 pr-4 text-13 font-medium whitespace-nowrap text-muted last:pr-0 tablet:sticky tablet:top-0 tablet:z-10',
        numeric && 'text-right',
        className,
      )}
    />
  )
}

/** The names of the columns, figures to the right; over what can be done with a row stands a name for screen readers alone. */
export function Head({ columns, actions }: { columns: readonly (string | { numeric: string })[]; actions: string }) {
  return (
    <thead>
      <tr>
        {columns.map((column) =>
          typeof column === 'string' ? (
            <Th key={column}>{column}</Th>
          ) : (
            <Th key={column.numeric} numeric>
              {column.numeric}
            </Th>
          ),
        )}
        <Th>
          <span className="sr-only">{actions}</span>
        </Th>
      </tr>
    </thead>
  )
}

export function Tr({ className, ...rest }: ComponentProps<'tr'>) {
  return <tr {...rest} className={classes('border-b border-line hover:bg-hover aria-selected:bg-hover', className)} />
}

export function Td({ numeric, className, ...rest }: { numeric?: boolean } & ComponentProps<'td'>) {
  return <td {...rest} className={classes('py-2.5 pr-4 align-top last:pr-0', numeric && 'text-right', className)} />
}
