import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    // The real-thread tests start pools and load both cores: one file at a time keeps them apart.
    fileParallelism: false,
    testTimeout: 30_000,
  },
})
