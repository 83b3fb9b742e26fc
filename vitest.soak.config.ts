import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['soak/**/*.soak.ts'],
    // Each wants the machine to itself.
    fileParallelism: false,
    hookTimeout: 60_000,
    reporters: ['default'],
    disableConsoleIntercept: true,
  },
})
