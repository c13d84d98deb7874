import type { NextConfig } from 'next'

/** Next renders, the page server serves (docs/decisions/0001): what belongs to serving is switched off here. */
const config: NextConfig = {
  compress: false,
  poweredByHeader: false,
  skipTrailingSlashRedirect: true,
  images: { unoptimized: true },
  // Every visitor gets title and Open Graph in the head; streamed metadata would be moved there by script.
  htmlLimitedBots: /.*/,
  serverExternalPackages: ['pg', 'sharp', 'pino'],
}
export default config
