import type { ReactNode } from 'react'
import { config } from '@/server/config'

/** The way in: one sheet with the paper's name on it. */
export default function Layout({ children }: { children: ReactNode }) {
  return (
    <div className="grid min-h-dvh place-items-center px-4 py-10">
      <main id="main" className="w-full max-w-96 border border-line bg-sheet px-6 py-8 tablet:px-8">
        <p className="mb-6 border-b border-line pb-4 font-serif text-24 font-semibold">
          <a href="/">{config().SITE_NAME}</a>
        </p>
        {children}
      </main>
    </div>
  )
}
