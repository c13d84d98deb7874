/** Tells a tab, a row, a message from every other; works without a secure context, where crypto.randomUUID does not. */
export function randomKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
