import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['bench/**/*.bench.ts'],
    // Two at once would measure each other.
    fileParallelism: false,
    testTimeout: 300_000,
    reporters: ['default'],
    disableConsoleIntercept: true,
  },
})
