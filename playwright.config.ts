import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'e2e',
  // They need packages: see scripts/checks/check-package.mjs.
  testIgnore: 'packaged/**',
  // One window at a time, unless somebody says that there is a display for each.
  workers: 1,
  projects: [
    // Marked with `measuring` of e2e/app.ts: runs of two apps at once would measure each other.
    { name: 'measuring', grep: /@measuring/, workers: 1, outputDir: 'artifacts/playwright/measuring' },
    // All others, which may run beside each other.
    {
      name: 'handling',
      grepInvert: /@measuring/,
      fullyParallel: true,
      outputDir: 'artifacts/playwright/handling',
    },
  ],
  // A test that passes the second time is broken.
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
})
