/** What a reader chose, kept in this browser only. A browser that keeps nothing forgets, and nothing breaks. */
export type Choice = 'size' | 'theme' | 'face'

const key = (choice: Choice) => `reading.${choice}`

/** The settings that stand on the page now: settings-boot put them there before it was painted. */
export function chosen(choice: Choice): string {
  return document.documentElement.dataset[choice] ?? ''
}

/** Applies a setting and remembers it; the empty value is the newspaper's own. */
export function choose(choice: Choice, value: string): void {
  const { dataset } = document.documentElement
  if (value) dataset[choice] = value
  else delete dataset[choice]
  try {
    if (value) localStorage.setItem(key(choice), value)
    else localStorage.removeItem(key(choice))
  } catch {
    // storage is refused or full: the setting holds for this page
  }
}
