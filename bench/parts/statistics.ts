/** What lies below a share of the values: 0.5 is the median. */
export function at(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

export const median = (values: readonly number[]) => at(values, 0.5)

export function round(value: number, digits = 0): number {
  return Number(value.toFixed(digits))
}
