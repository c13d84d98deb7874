import type { LocalCopy } from '@/newsroom/desk/local-copy'

/** What this browser keeps of texts the server does not have yet. Answers whether it could; never throws. */
export interface LocalStore {
  keep(copy: LocalCopy): Promise<boolean>
  /** as the page goes away, when only what is done at once is done */
  keepAtOnce(copy: LocalCopy): void
  forget(articleId: string): Promise<void>
  find(articleId: string): Promise<LocalCopy | null>
  /** copies of articles that never reached the server, newest first */
  findUnborn(): Promise<LocalCopy[]>
}

const DATABASE = 'broadsheet-desk'
const STORE = 'drafts'
const PREFIX = 'broadsheet.draft.'

let opened: Promise<IDBDatabase> | null = null

function database(): Promise<IDBDatabase> {
  opened ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1)
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'articleId' })
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  }).catch((error: unknown) => {
    opened = null
    throw error
  })
  return opened
}

async function ask<Answer>(mode: IDBTransactionMode, question: (store: IDBObjectStore) => IDBRequest<Answer>): Promise<Answer> {
  const transaction = (await database()).transaction(STORE, mode)
  const request = question(transaction.objectStore(STORE))
  return await new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve(request.result)
    transaction.onerror = () => reject(transaction.error)
    transaction.onabort = () => reject(transaction.error)
  })
}

function writeItem(copy: LocalCopy): boolean {
  try {
    localStorage.setItem(PREFIX + copy.articleId, JSON.stringify(copy))
    return true
  } catch {
    return false
  }
}

function readItem(key: string): LocalCopy | null {
  try {
    const item = localStorage.getItem(key)
    return item ? (JSON.parse(item) as LocalCopy) : null
  } catch {
    return null
  }
}

function removeItem(key: string): void {
  try {
    localStorage.removeItem(key)
  } catch {
    // a browser without storage has nothing to forget
  }
}

function itemKeys(): string[] {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(PREFIX))
  } catch {
    return []
  }
}

const newestFirst = (one: LocalCopy, other: LocalCopy) => other.changedAt.localeCompare(one.changedAt)

/** IndexedDB, or localStorage where that is switched off; both are asked, the newer copy counts. */
export const browserStore: LocalStore = {
  async keep(copy) {
    try {
      await ask('readwrite', (store) => store.put(copy))
      return true
    } catch {
      return writeItem(copy)
    }
  },
  keepAtOnce(copy) {
    writeItem(copy)
    void ask('readwrite', (store) => store.put(copy)).catch(() => false)
  },
  async forget(articleId) {
    removeItem(PREFIX + articleId)
    await ask('readwrite', (store) => store.delete(articleId)).catch(() => undefined)
  },
  async find(articleId) {
    const kept = await ask<LocalCopy | undefined>('readonly', (store) => store.get(articleId)).catch(() => undefined)
    const copies = [readItem(PREFIX + articleId), kept].filter((copy): copy is LocalCopy => Boolean(copy))
    return copies.sort(newestFirst)[0] ?? null
  },
  async findUnborn() {
    const kept = await ask<LocalCopy[]>('readonly', (store) => store.getAll()).catch(() => [])
    const items = itemKeys().flatMap((key) => readItem(key) ?? [])
    const newest = new Map<string, LocalCopy>()
    for (const copy of [...items, ...kept].sort(newestFirst)) if (!newest.has(copy.articleId)) newest.set(copy.articleId, copy)
    return [...newest.values()].filter(({ baseVersion }) => baseVersion === 0)
  },
}
