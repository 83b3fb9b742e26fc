import { defineConfig } from '@playwright/test'

/** The tests of packages, which scripts/checks/check-package.mjs makes and starts: one after the other, as they install and remove. */
export default defineConfig({
  testDir: '.',
  outputDir: '../../artifacts/playwright-packaged',
  workers: 1,
  fullyParallel: false,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
})
