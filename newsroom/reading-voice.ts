/** What is needed of a browser's SpeechSynthesisVoice. */
export interface Voice {
  lang: string
  /** speaks on the device: not cut off after some 15 seconds, nothing sent away */
  localService: boolean
  default: boolean
}

/**
 * The voice to read a text of a language: on the device before remote, the same region before another, the reader's own
 * default before the rest; null when none speaks the language. Cantonese is not read for Mandarin.
 */
export function chooseVoice<Kind extends Voice>(voices: readonly Kind[], language: string): Kind | null {
  const wanted = readTag(language)
  const rank = (voice: Kind) => {
    const { language: spoken, region } = readTag(voice.lang)
    if (spoken !== wanted.language) return -1
    return Number(voice.localService) * 4 + Number(region === wanted.region) * 2 + Number(voice.default)
  }
  let best: Kind | null = null
  for (const voice of voices) {
    if (rank(voice) > (best ? rank(best) : -1)) best = voice
  }
  return best
}

/** `zh-Hans-CN`, `zh_CN`, `cmn-Hans-CN` are one language; Hong Kong's voices and `yue` speak Cantonese. */
function readTag(tag: string): { language: string; region: string } {
  const [first = '', ...rest] = tag.toLowerCase().split(/[-_]/)
  const region = rest.find((part) => part.length === 2) ?? ''
  if (first !== 'zh' && first !== 'cmn') return { language: first, region }
  if (region === 'hk' || region === 'mo' || rest.includes('yue')) return { language: 'yue', region }
  return { language: 'zh', region: region || (rest.includes('hant') ? 'tw' : 'cn') }
}
