import { defineConfig } from 'vitest/config'

// Half an hour beside every full hour, with summer time: what holds here does not hold by the machine's zone.
process.env.TZ = 'America/St_Johns'

/** Tests of the built site, in processes of its own. */
const BUILT = 'cli/**/*.built.test.ts'

export default defineConfig({
  resolve: { alias: { '@': import.meta.dirname } },
  test: {
    // Two cores; every file of the second project has a database of its own.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        // A busy machine takes its time over what is tried at hostile sizes. What is pure leaves nothing behind for the next file.
        test: {
          name: 'unit',
          isolate: false,
          include: ['{newsroom,components,islands,messages}/**/*.test.{ts,tsx}'],
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: ['{server,cli,app}/**/*.test.ts'],
          exclude: [BUILT],
          globalSetup: ['server/test-server.ts'],
          hookTimeout: 180_000,
          testTimeout: 180_000,
        },
      },
      {
        extends: true,
        // One after the other: each starts several processes, and the build has to be there.
        test: {
          name: 'built',
          include: [BUILT],
          globalSetup: ['server/test-server.ts'],
          fileParallelism: false,
          hookTimeout: 180_000,
          testTimeout: 180_000,
        },
      },
    ],
  },
})
