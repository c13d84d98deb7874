export type Asked = { known: true; serious: string[] } | { known: false; why: string }

/** Of `npm audit --json`: what is rated high or critical, a line each; or why the registry did not say. */
export function readAudit(json: string): Asked {
  const read = JSON.parse(json) as { message?: string; vulnerabilities?: Record<string, Vulnerability> }
  if (!read.vulnerabilities) return { known: false, why: read.message?.split(' - ')[0] ?? 'an answer without vulnerabilities' }
  const serious = Object.values(read.vulnerabilities)
    .filter(({ severity }) => severity === 'high' || severity === 'critical')
    .map(({ name, range, severity, via }) => `${name} ${range}: ${severity}: ${via.map(titleOf).join('; ')}`)
  return { known: true, serious }
}

interface Vulnerability {
  name: string
  severity: string
  range: string
  /** an advisory, or the name of the package that has it */
  via: (string | { title: string; url: string })[]
}

function titleOf(via: Vulnerability['via'][number]): string {
  return typeof via === 'string' ? `through ${via}` : `${via.title} (${via.url})`
}
