import { hash, verify } from '@node-rs/argon2'

/** argon2id as OWASP advises: 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
/** A flood of sign-ins must not take every core and all memory. */
const MOST_AT_ONCE = 2
/** Who comes to a queue that long would wait for seconds, and hold memory meanwhile. */
const MOST_WAITING = 64

/** More sign-ins at once than can be looked at: come again. */
export class PasswordsCrowded extends Error {
  override name = 'PasswordsCrowded'
  readonly seconds = 5
}

let free = MOST_AT_ONCE
const waiting: (() => void)[] = []

async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  if (free > 0) free--
  else await new Promise<void>((go) => waiting.push(go))
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next) next()
    else free++
  }
}

/** One person may type 密码 composed, another's keyboard decomposed: NFC, as NIST SP 800-63B asks for. */
const normal = (password: string) => password.normalize('NFC')

export async function hashPassword(password: string): Promise<string> {
  return await inTurn(() => hash(normal(password), COST))
}

/** Throws PasswordsCrowded in a flood: whoever is let in later than a person waits helps nobody. */
export async function passwordMatches(passwordHash: string, password: string): Promise<boolean> {
  if (waiting.length >= MOST_WAITING) throw new PasswordsCrowded('too many passwords at once')
  return await inTurn(() => verify(passwordHash, normal(password)))
}
