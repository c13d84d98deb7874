import { globSync, readFileSync } from 'node:fs'
import type { Role } from './staff'

/** In this order each role does what those before it do. */
export const ROLES: readonly Role[] = ['reporter', 'editor', 'chief', 'administrator']

/** Who may open a page of the desk. A page that is not named here fails its test: somebody has to say whose it is. */
export const LEAST: Record<string, Role> = {
  '/admin': 'reporter',
  '/admin/account': 'reporter',
  '/admin/articles': 'reporter',
  '/admin/articles/[id]': 'reporter',
  '/admin/articles/[id]/readers': 'reporter',
  '/admin/articles/[id]/review': 'reporter',
  '/admin/articles/[id]/revisions': 'reporter',
  '/admin/articles/new': 'reporter',
  '/admin/audit': 'chief',
  '/admin/categories': 'chief',
  '/admin/front-page': 'editor',
  '/admin/media': 'reporter',
  '/admin/notices': 'reporter',
  '/admin/pushes': 'administrator',
  '/admin/review': 'reporter',
  '/admin/settings': 'administrator',
  '/admin/sources': 'chief',
  '/admin/staff': 'administrator',
  '/admin/tags': 'chief',
  '/admin/tokens': 'administrator',
}

/** Pages for whoever is not signed in. */
export const OPEN = [
  '/admin/forgot',
  '/admin/invitation/[token]',
  '/admin/reset/[token]',
  '/admin/sign-in',
  '/admin/sign-in/code',
]

/** Parts of the door for whoever has signed in; with where each leads back to. */
export const BEHIND_THE_DOOR = { '/admin/signed-in': '/admin/signed-in', '/admin/sign-in/second-factor': '/admin' }

/** Every page below /admin, as its folder names it, but the one for whatever is no page. */
export const pagesOfDesk = (): string[] =>
  globSync('app/admin/**/page.tsx')
    .map(addressOf)
    .filter((address) => !address.includes('[...'))
    .sort()

/** Every route handler below /admin, with what it answers to. */
export const routesOfDesk = (): { address: string; method: string }[] =>
  globSync('app/admin/**/route.ts').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/export (?:async )?(?:function|const) (GET|POST|PUT|PATCH|DELETE)\b/g)].map(
      ([, method = '']) => ({ address: addressOf(file), method }),
    ),
  )

/** Every action that a browser can ask for, as the build knows them: by its folder and name, with a page that has it. */
export function actionsOfDesk(): { name: string; id: string; page: string }[] {
  const { node } = JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8')) as Manifest
  return Object.entries(node).map(([id, { filename, exportedName, workers }]) => {
    const folder = addressOf(filename.replace('actions.ts', 'page.tsx')).replace('/admin/', '')
    return { name: `${folder}: ${exportedName}`, id, page: addressOf(`${Object.keys(workers)[0]}.tsx`) }
  })
}

interface Manifest {
  node: Record<string, { filename: string; exportedName: string; workers: Record<string, unknown> }>
}

const addressOf = (file: string) =>
  file
    .replace(/^app/, '')
    .replace(/\/(page\.tsx|route\.ts)$/, '')
    .replace(/\/\([^/]+\)/g, '')

/** An address somebody could type: this article, and any token or kind. */
export const typed = (address: string, articleId: string): string =>
  address.replace('[id]', articleId).replace('[token]', 'x'.repeat(43)).replace('[kind]', 'tags')
