import { parseSetCookieHeader, toCookieOptions } from 'better-auth/cookies'
import { cookies } from 'next/headers'

/** Puts a new session's cookies on the answer; they are no business of the page's scripts. */
export async function settle<Value extends { setCookies: string[] }>({
  setCookies,
  ...rest
}: Value): Promise<{ ok: true } & Omit<Value, 'setCookies'>> {
  await answerCookies(setCookies)
  return { ok: true, ...rest }
}

/** Puts cookies that the sign-in made on the answer of an action or a route. */
export async function answerCookies(setCookies: readonly string[]): Promise<void> {
  const jar = await cookies()
  for (const line of setCookies) {
    for (const [name, attributes] of parseSetCookieHeader(line)) jar.set(name, attributes.value, toCookieOptions(attributes))
  }
}
