import { defineConfig } from 'vitest/config'

// Half an hour beside every full hour, with summer time: what holds here does not hold by the machine's zone.
process.env.TZ = 'America/St_Johns'

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
          globalSetup: ['server/test-server.ts'],
          hookTimeout: 180_000,
          testTimeout: 180_000,
        },
      },
    ],
  },
})
