import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './app.ts'
import { settingsFileIn } from './launch-variables.ts'

test('settings hold at once, in the file and in the next run; what cannot be is refused; Esc leads back', async ({
  app,
  folder,
}) => {
  const { page } = app
  const file = settingsFileIn(join(folder, 'settings'))
  const saved = (): unknown => JSON.parse(readFileSync(file, 'utf8'))
  await app.show('runs')
  await app.part('settings-button').focus()
  await page.keyboard.press('Control+,')
  await expect(app.part('settings-page')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await expect(app.part('settings-problems')).toHaveCount(0)
  await app.screenshot('settings')

  await app.part('setting-theme').selectOption('dark')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect(app.part('theme-picker')).toHaveValue('dark')
  await app.part('setting-cpuWorkers').fill('1')
  await page.keyboard.press('Tab')
  await app.part('setting-sampleHz').fill('900')
  await page.keyboard.press('Tab')
  await expect(app.part('setting-sampleHz-problem')).toContainText('900')
  await app.part('setting-sampleHz').fill('20')
  await page.keyboard.press('Tab')
  await expect(app.part('setting-sampleHz-problem')).toBeEmpty()
  await app.part('setting-warnOwnCostFrom').selectOption('never')
  await expect
    .poll(saved)
    .toMatchObject({ theme: 'dark', cpuWorkers: 1, sampleHz: 20, warnOwnCostFrom: null })
  await expect(app.part('setting-runsFolder')).toContainText('runs')
  await expect(app.part('setting-runsFolder-when')).toContainText('TASKSCOPE_RUNS')

  await page.keyboard.press('Escape')
  await expect(app.part('runs-view')).toBeVisible()
  await expect(app.part('settings-button')).toBeFocused()
  // The page comes back where it was, and writes numbers otherwise.
  await page.keyboard.press('Enter')
  await app.part('setting-numbers').selectOption('comma')
  await page.waitForURL(/numbers=comma/)
  await expect(app.part('setting-numbers')).toHaveValue('comma')
  await page.keyboard.press('Escape')
  await expect(app.part('view-runs')).toBeFocused()
  await app.show('lab')
  await app.part('options-toggle').click()
  // A preset's own wish would win; this one has none.
  await app.pick('preset-picker', 'course-demo')
  await expect(app.part('option-cpuWorkers')).toHaveAttribute('placeholder', '1')
  await expect(app.part('option-sampleHz')).toHaveAttribute('placeholder', '20')
  await app.runToEnd('course-demo', 'hybrid')
  await expect(app.part('summary-sampler')).toContainText('20')
  await expect(app.figure('makespan')).toContainText(/\d,\d/)
})
