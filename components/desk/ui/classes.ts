/** Class names joined, those that do not hold left out. */
export const classes = (...names: (string | false | null | undefined)[]): string => names.filter(Boolean).join(' ')

export const CONTROL =
  'min-h-11 w-full rounded-sm border border-edge bg-sheet px-3 py-2 text-16 text-ink disabled:bg-paper disabled:text-muted aria-invalid:border-state-returned'
/** What lies above the page: menus, lists of choices. */
export const POPUP = 'z-50 rounded-md border border-line bg-raised py-1 text-14 text-ink shadow-raised outline-none'
export const POPUP_ITEM =
  'flex min-h-9 cursor-default items-center gap-2 px-3 py-1.5 outline-none select-none data-highlighted:bg-hover data-disabled:text-muted pointer-coarse:min-h-11'
