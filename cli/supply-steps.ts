import { execFile } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { promisify } from 'node:util'
import { npm } from './npm'
import { findSecrets } from './secrets'
import { oneTest, type Step } from './steps'
import { imageFaults, type Lock, type Manifest, supplyFaults } from './supply'
import { readAudit } from './vulnerabilities'

const IMAGES = ['deploy/container/Containerfile', 'deploy/container/compose.yaml']
const SBOM = 'reports/sbom.cdx.json'

/** Where our parts come from, and that no secret of ours goes where they came from. */
export function supplySteps(): Step[] {
  return [oneTest('dependencies', dependencies), oneTest('no secrets', noSecrets)]
}

/** What a release is handed over with: the list of its parts, and what is known against them. */
export function releaseSteps(): Step[] {
  return [oneTest('list of parts (SBOM)', listParts), knownVulnerabilities()]
}

async function dependencies(): Promise<void> {
  const faults = supplyFaults(await read<Manifest>('package.json'), await read<Lock>('package-lock.json'))
  for (const file of IMAGES) faults.push(...imageFaults(file, await readFile(file, 'utf8')))
  if (faults.length > 0) throw new Error(faults.join('\n'))
}

/** In what is committed or about to be. */
async function noSecrets(): Promise<void> {
  const listed = await promisify(execFile)('git', [
    'ls-files',
    '-z',
    '--cached',
    '--others',
    '--exclude-standard',
    '--deduplicate',
  ])
  const found: string[] = []
  for (const file of listed.stdout.split('\0').filter(Boolean)) {
    // A file that is deleted but not yet committed is still listed.
    const content = await readFile(file, 'utf8').catch(() => '')
    found.push(...(await findSecrets(file, content)))
  }
  if (found.length > 0)
    throw new Error(`${found.join('\n')}\nTake it out, of the history too; what was ever published opens nothing from now on.`)
}

/** CycloneDX; what is only for developers has the scope `optional`. */
async function listParts(): Promise<void> {
  const { name, dependencies = {} } = await read<Manifest & { name: string }>('package.json')
  // With npm's --omit=dev parts are missing that developers' tools need as well.
  const made = await npm(['sbom', '--sbom-format=cyclonedx', '--sbom-type=application', '--package-lock-only'])
  const sbom = JSON.parse(made) as Sbom
  // npm names the product by the folder it lies in.
  sbom.metadata.component.name = name
  const listed = new Set(sbom.components.filter(({ scope }) => scope === 'required').map((part) => part.name))
  const missing = Object.keys(dependencies).filter((part) => !listed.has(part))
  if (missing.length > 0) throw new Error(`${SBOM} would not name ${missing.join(', ')}`)
  await mkdir('reports', { recursive: true })
  await writeFile(SBOM, `${JSON.stringify(sbom, null, 2)}\n`)
}

interface Sbom {
  metadata: { component: { name: string } }
  components: { name: string; scope: string }[]
}

/** A registry that does not answer this counts for nothing, and is said. */
function knownVulnerabilities(): Step {
  return {
    name: 'known vulnerabilities',
    async run() {
      const asked = readAudit(await npm(['audit', '--omit=dev', '--json']))
      if (!asked.known) return { passed: 0, failed: 0, output: '', note: `not known: the registry does not say (${asked.why})` }
      if (asked.serious.length > 0) throw new Error(asked.serious.join('\n'))
      return { passed: 1, failed: 0, output: '' }
    },
  }
}

async function read<T>(file: string): Promise<T> {
  return JSON.parse(await readFile(file, 'utf8')) as T
}
