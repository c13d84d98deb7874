'use client'
import { useTexts } from '@/components/desk/texts'
import { faultText } from '@/newsroom/desk/fault-text'
import type { Fault } from '@/newsroom/desk/outcome'

/** A fault as a sentence, in the language of whoever reads. */
export function useFaultText(): (fault: Fault) => string {
  const t = useTexts()
  return (fault) => faultText(t, fault)
}

/** Everything that stood in the way of what somebody asked for. */
export function FaultList({ errors }: { errors: readonly Fault[] }) {
  const text = useFaultText()
  if (errors.length === 0) return null
  return (
    <div role="alert" className="border-l-2 border-state-returned py-1 pl-4 text-14">
      <ul className="flex flex-col gap-1">
        {errors.map((fault) => (
          <li key={`${fault.code} ${fault.field ?? ''} ${JSON.stringify(fault.params ?? {})}`}>{text(fault)}</li>
        ))}
      </ul>
    </div>
  )
}
