import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'artifacts/playwright',
  // One window at a time: runs of two apps at once would measure each other.
  workers: 1,
  fullyParallel: false,
  // A test that passes the second time is broken.
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
})
