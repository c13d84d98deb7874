import { button, define, shadow, sheet, words } from '@/islands/parts/dom'
import { type Piece, piecesOf } from '@/islands/parts/pieces'
import { chooseVoice } from '@/newsroom/reading-voice'

/** Characters in one utterance: remote voices fall silent after some 15 seconds, without a word to the page. */
const LONGEST = { local: 100, remote: 50 }
/** How long a sentence may take before it counts as lost. */
const PATIENCE_MS = { least: 5_000, perCharacter: 700 }
const MARK = 'read-aloud'

const css = sheet(`
:host{display:inline-block}
button{min-inline-size:4em}
`)
const marking = sheet(`::highlight(${MARK}){background-color:color-mix(in srgb,var(--red,#a8201a) 22%,transparent)}`)

/**
 * Reads the article with the browser's own voice, sentence by sentence, and marks the one being read. Pausing stops and
 * remembers the sentence: the browsers' own pause is lost with remote voices, and on Android it is a stop.
 */
class ReadAloud extends HTMLElement {
  #main = button('', () => (this.#reading ? this.#pause() : this.#read()))
  #stop = button('', () => this.#end())
  #voice: SpeechSynthesisVoice | null = null
  #pieces: Piece[] = []
  #at = 0
  #reading = false
  #timer = 0
  /** Kept, or Chromium may collect it and never say that it ended. */
  #utterance: SpeechSynthesisUtterance | null = null

  connectedCallback() {
    if (this.shadowRoot || !('speechSynthesis' in window)) return
    shadow(this, css, this.#main, ' ', this.#stop)
    this.#stop.textContent = words(this, 'stop')
    document.adoptedStyleSheets.push(marking)
    this.#findVoice()
    // Voices are loaded late, and Safari has not always told.
    speechSynthesis.addEventListener?.('voiceschanged', () => this.#findVoice())
    addEventListener('pagehide', () => this.#end())
  }

  #findVoice() {
    const language = this.closest<HTMLElement>('[lang]')?.lang ?? ''
    this.#voice = chooseVoice(speechSynthesis.getVoices(), language)
    this.#draw()
  }

  #draw() {
    this.#main.hidden = !this.#voice
    this.#main.textContent = words(this, this.#reading ? 'pause' : this.#at ? 'resume' : 'listen')
    const idle = !this.#reading && !this.#at
    if (idle && this.shadowRoot?.activeElement === this.#stop) this.#main.focus()
    this.#stop.hidden = idle
  }

  #read() {
    const longest = this.#voice?.localService ? LONGEST.local : LONGEST.remote
    if (!this.#at) this.#pieces = piecesOf(document.querySelectorAll(words(this, 'from')), longest)
    this.#reading = true
    this.#draw()
    // What jammed before, here or in another page, would keep this waiting for ever.
    speechSynthesis.cancel()
    speechSynthesis.resume()
    this.#speak()
  }

  #speak() {
    const piece = this.#pieces[this.#at]
    if (!piece || !this.#voice) return this.#end()
    this.#mark(piece)
    const utterance = new SpeechSynthesisUtterance(piece.text)
    utterance.voice = this.#voice
    utterance.lang = this.#voice.lang
    // An utterance that was given up still reports: only the current one is listened to.
    utterance.onend = () => utterance === this.#utterance && this.#advance()
    utterance.onerror = () => utterance === this.#utterance && this.#pause()
    this.#utterance = utterance
    this.#timer = window.setTimeout(() => this.#skip(), PATIENCE_MS.least + piece.text.length * PATIENCE_MS.perCharacter)
    speechSynthesis.speak(utterance)
  }

  #advance() {
    clearTimeout(this.#timer)
    this.#at++
    this.#speak()
  }

  #skip() {
    this.#hush()
    this.#advance()
  }

  /** The sentence is begun anew on resuming. */
  #pause() {
    this.#hush()
    this.#reading = false
    this.#draw()
  }

  #end() {
    this.#at = 0
    CSS.highlights?.delete(MARK)
    this.#pause()
  }

  #hush() {
    clearTimeout(this.#timer)
    this.#utterance = null
    speechSynthesis.cancel()
  }

  /** Follows the voice down the page, unless the reader has gone to look elsewhere. */
  #mark({ range }: Piece) {
    const before = this.#pieces[this.#at - 1]
    CSS.highlights?.set(MARK, new Highlight(range))
    if (isInSight(range) || (before && !isInSight(before.range))) return
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches
    range.startContainer.parentElement?.scrollIntoView({ block: 'center', behavior: calm ? 'instant' : 'smooth' })
  }
}

function isInSight(range: Range): boolean {
  const { top, bottom } = range.getBoundingClientRect()
  return bottom > 0 && top < innerHeight
}

define('read-aloud', ReadAloud)
