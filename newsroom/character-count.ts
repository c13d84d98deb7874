/** 常见阅读速度：每分钟四百字 */
const CHARACTERS_A_MINUTE = 400

/**
 * 字数 as Chinese word processors count: every han character (and kana, hangul syllable) is one, every Chinese punctuation mark
 * is one, and every run of letters and digits of other scripts is one, with the marks inside it (`3.5`, `GPT-4`, `20%`).
 * Spaces count nothing.
 */
export function characterCount(text: string): number {
  let count = 0
  let inWord = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (isWide(code)) {
      // a pair of surrogates is one character
      if (code < 0xdc00 || code > 0xdfff) count++
      inWord = false
    } else if (isSpace(code)) inWord = false
    else if (!inWord && isWordCharacter(code)) {
      count++
      inWord = true
    }
  }
  return count
}

/** Whole minutes, at least one. */
export function readingMinutes(characters: number): number {
  return Math.max(1, Math.round(characters / CHARACTERS_A_MINUTE))
}

/** Han, kana, hangul, full-width forms, and the marks Chinese shares with other scripts: “ ” ‘ ’ … — · */
function isWide(code: number): boolean {
  if (code < 0x2e80) return code === 0xb7 || code === 0x2014 || (code >= 0x2018 && code <= 0x201d) || code === 0x2026
  return code !== 0x3000 && code !== 0xfeff
}

const isSpace = (code: number) =>
  code <= 0x20 || code === 0xa0 || code === 0x3000 || code === 0xfeff || (code >= 0x2000 && code <= 0x200b)

function isWordCharacter(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || code > 0xbf
}
