/** Of `package-lock.json` version 3, what is read here. */
export interface Lock {
  packages: Record<string, LockedPackage>
}

interface LockedPackage {
  resolved?: string
  integrity?: string
  license?: string
  hasInstallScript?: boolean
  inBundle?: boolean
}

export interface Manifest {
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
  optionalDependencies?: Record<string, string>
  /** by name, whether its install scripts may run */
  allowScripts?: Record<string, boolean>
}

const PERMISSIVE = new Set(
  'MIT MIT-0 ISC 0BSD BSD-2-Clause BSD-3-Clause Apache-2.0 BlueOak-1.0.0 Unlicense CC0-1.0 PSF-2.0 CC-BY-4.0 OFL-1.1'.split(' '),
)

/** Others that are taken on purpose: used as they are, as files of their own that anybody can replace. */
const TAKEN_ON_PURPOSE: [packages: RegExp, why: string][] = [
  [/^@img\/sharp-/, 'libvips, LGPL: a shared library'],
  [/^lightningcss(-|$)/, 'MPL, at build only'],
  [/^(@axe-core\/playwright|axe-core)$/, 'MPL, in tests only'],
  [/^elkjs$/, 'EPL, part of the prisma command and never loaded by ours'],
  [/^seq-queue$/, 'MIT by its readme; its package.json does not say'],
]

/** What is wrong with what we depend on, a line each. Nothing is asked of the network: see `known-vulnerabilities.ts` for that. */
export function supplyFaults(manifest: Manifest, lock: Lock): string[] {
  return [...inexact(manifest), ...Object.entries(lock.packages).flatMap(([path, locked]) => faultsOf(path, locked, manifest))]
}

/** In a Containerfile or a compose file, each image that is not ours and not one exact version; a stage of its own is none. */
export function imageFaults(file: string, text: string): string[] {
  const stages = new Set([...text.matchAll(/^FROM \S+ AS (\S+)$/gm)].map(([, stage]) => stage))
  return [...text.matchAll(/^\s*(?:FROM|image:) +(\S+)/gm)]
    .map(([, image = '']) => image)
    .filter((image) => !stages.has(image) && !image.startsWith('broadsheet:') && !/:v?\d+\.\d+(\.\d+)?(-[\w.]+)*$/.test(image))
    .map((image) => `${file}: ${image} is not one exact version`)
}

function inexact({ dependencies, devDependencies, optionalDependencies }: Manifest): string[] {
  return Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
    .filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.-]+)?$/.test(version))
    .map(([name, version]) => `${name}: "${version}" in package.json is not one exact version`)
}

function faultsOf(path: string, locked: LockedPackage, { allowScripts = {} }: Manifest): string[] {
  if (path === '') return []
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
  const faults: string[] = []
  // What comes inside another package is hashed with it.
  if (!locked.inBundle) {
    if (!locked.integrity?.startsWith('sha512-')) faults.push(`${name}: package-lock.json has no sha512 of it`)
    if (locked.resolved !== undefined && !locked.resolved.startsWith('https://'))
      faults.push(`${name}: does not come over https, but from ${locked.resolved}`)
  }
  if (locked.hasInstallScript && !Object.hasOwn(allowScripts, name))
    faults.push(`${name}: wants to run a script at install: say in allowScripts of package.json whether it may`)
  if (!isPermissive(locked.license) && !TAKEN_ON_PURPOSE.some(([packages]) => packages.test(name)))
    faults.push(`${name}: its licence "${locked.license ?? ''}" is not one we take`)
  return faults
}

/** Of an SPDX expression: all of what is joined with AND, one of what is joined with OR. */
function isPermissive(license = ''): boolean {
  return license
    .replace(/[()]/g, '')
    .split(/ or /i)
    .some((choice) => choice.split(/ and /i).every((id) => PERMISSIVE.has(id)))
}
