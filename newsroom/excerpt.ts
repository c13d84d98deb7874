/** The opening of a plain text, cut at a sentence where one ends in the last third, else with an ellipsis; whitespace joined. */
export function excerpt(plainText: string, length: number): string {
  const text = plainText
    .slice(0, length * 4)
    .replace(/\s+/g, ' ')
    .trim()
  const characters = [...text]
  if (characters.length <= length) return text
  const opening = characters.slice(0, length).join('')
  const end = Math.max(...['。', '！', '？', '. '].map((mark) => opening.lastIndexOf(mark)))
  return end >= (opening.length * 2) / 3 ? opening.slice(0, end + 1).trim() : `${opening.trimEnd()}…`
}
