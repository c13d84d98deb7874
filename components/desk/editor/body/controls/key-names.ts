const MAC: [string, string][] = [
  ['Ctrl', '⌘'],
  ['Alt', '⌥'],
  ['Shift', '⇧'],
]

/** Keys as they are named on the keyboard at hand; only called in a browser. */
export function keyNames(keys: string): string {
  if (!/^(?:Mac|iP)/.test(navigator.platform)) return keys
  return MAC.reduce((names, [key, mark]) => names.replace(key, mark), keys)
}
