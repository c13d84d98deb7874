'use client'
import { unstable_rethrow } from 'next/navigation'
import { useCallback, useState } from 'react'
import { type Fault, type Outcome, refused } from '@/newsroom/desk/outcome'

/** What never arrived: the network is away, or the server. */
const UNREACHABLE: Fault = { code: 'unreachable' }

/** Runs an action of the server: whether it is under way, and what stood in its way. `run` answers the outcome as well, and never throws for a lost connection. */
export function useAction<Arguments extends unknown[], Value extends object>(
  action: (...given: Arguments) => Promise<Outcome<Value>>,
) {
  const [busy, setBusy] = useState(false)
  const [errors, setErrors] = useState<readonly Fault[]>([])
  const run = useCallback(
    async (...given: Arguments): Promise<Outcome<Value>> => {
      setBusy(true)
      setErrors([])
      const outcome = await action(...given)
        .catch((error: unknown) => {
          unstable_rethrow(error)
          return refused(UNREACHABLE)
        })
        .finally(() => setBusy(false))
      if (!outcome.ok) setErrors(outcome.errors)
      return outcome
    },
    [action],
  )
  return { run, busy, errors }
}
