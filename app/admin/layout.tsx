import './desk.css'
import type { Metadata, Viewport } from 'next'
import { cookies } from 'next/headers'
import type { ReactNode } from 'react'
import { TextsProvider } from '@/components/desk/texts'
import { Toaster } from '@/components/desk/ui/toast'
import { deskMessages } from '@/newsroom/desk/desk-texts'
import { languageTag } from '@/newsroom/texts'
import { config } from '@/server/config'
import { deskLocale } from './desk-locale'

/** Nothing of the desk is kept: every page is made for whoever asks. */
export const dynamic = 'force-dynamic'

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f4f2ec' },
    { media: '(prefers-color-scheme: dark)', color: '#121110' },
  ],
}

export function generateMetadata(): Metadata {
  const { SITE_NAME, SITE_URL } = config()
  return {
    metadataBase: new URL(SITE_URL),
    title: { default: SITE_NAME, template: `%s · ${SITE_NAME}` },
    robots: { index: false, follow: false },
    referrer: 'same-origin',
    icons: {
      icon: [
        { url: '/favicon.ico', sizes: '48x48' },
        { url: '/icon.svg', type: 'image/svg+xml' },
      ],
    },
    formatDetection: { telephone: false, date: false, address: false, email: false },
  }
}

export default async function Layout({ children }: { children: ReactNode }) {
  const locale = await deskLocale()
  const theme = (await cookies()).get('desk-theme')?.value
  return (
    <html lang={languageTag(locale)} data-theme={theme === 'dark' || theme === 'light' ? theme : undefined}>
      <body>
        <TextsProvider locale={locale} timeZone={config().SITE_TIMEZONE} messages={deskMessages(locale)}>
          <div data-desk-root>{children}</div>
          <Toaster />
        </TextsProvider>
      </body>
    </html>
  )
}
