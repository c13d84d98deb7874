/**
 * Next renders, the page server serves (docs/decisions/0001): what belongs to serving is switched off here. Of TypeScript it would be
 * compiled at every start, by a compiler of 25 MB that stays in memory.
 * @type {import('next').NextConfig}
 */
const config = {
  compress: false,
  poweredByHeader: false,
  skipTrailingSlashRedirect: true,
  images: { unoptimized: true },
  // `npm run check` checks types; a machine that only serves has no development dependencies to check them with.
  typescript: { ignoreBuildErrors: true },
  // Every visitor gets title and Open Graph in the head; streamed metadata would be moved there by script.
  htmlLimitedBots: /.*/,
  experimental: {
    // A page refused to somebody's role answers 403, not a page that says so with 200.
    authInterrupts: true,
    // Else whoever comes first waits for the code of a hundred addresses that nobody has asked for.
    preloadEntriesOnStart: false,
    // Node would read and keep them all for the few errors that are ever told: 15 MB a process.
    serverSourceMaps: false,
  },
  // A browser has this parser built in.
  turbopack: { resolveAlias: { parse5: { browser: './components/desk/editor/body/parse-in-browser.ts' } } },
  serverExternalPackages: ['pg', 'pg-boss', 'sharp', 'pino', '@node-rs/jieba', 'opentype.js'],
}
export default config
