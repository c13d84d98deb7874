import './site.css'
import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { Island } from '@/components/site/island'
import { languageTag, texts } from '@/newsroom/texts'
import { findSiteSetting } from '@/server/queries/find-site-setting'
import { currentSite } from './site'

// Every page asks the database when it is rendered; the page server keeps it (docs/decisions/0001).
export const dynamic = 'force-dynamic'

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  colorScheme: 'light dark',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fdfcf9' },
    { media: '(prefers-color-scheme: dark)', color: '#161513' },
  ],
}

export async function generateMetadata(): Promise<Metadata> {
  const site = currentSite()
  const verification = await findSiteSetting('verification')
  return {
    metadataBase: new URL(site.url),
    applicationName: site.name,
    title: site.name,
    description: texts(site.locale)('site.description', { name: site.name }),
    robots: { index: true, follow: true, 'max-image-preview': 'large' },
    manifest: '/manifest.webmanifest',
    icons: {
      icon: [
        { url: '/favicon.ico', sizes: '48x48' },
        { url: '/icon.svg', type: 'image/svg+xml' },
      ],
      apple: '/apple-touch-icon.png',
    },
    formatDetection: { telephone: false, date: false, address: false, email: false },
    other: { 'applicable-device': 'pc,mobile', ...verification },
  }
}

export default function Layout({ children }: { children: ReactNode }) {
  // The reader's own settings are put on <html> by a script before anything is drawn.
  return (
    <html lang={languageTag(currentSite().locale)} suppressHydrationWarning>
      <head>
        <Island name="settings-boot" />
        {/* Baidu: no page of its own making in place of ours */}
        <meta httpEquiv="Cache-Control" content="no-siteapp" />
      </head>
      <body>{children}</body>
    </html>
  )
}
