import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from './app.ts'

interface ReportInBrief {
  readonly schemaVersion: number
  readonly preset: { readonly id: string }
  readonly strategy: string
  readonly summary: { readonly makespanMs: number; readonly tasks: { readonly succeeded: number } }
  readonly tasks: readonly {
    readonly outcome: string
    readonly finishedMs: number
    readonly queuedMs: number
  }[]
  readonly samples: readonly unknown[]
}

test('a finished run exports as JSON that says what the window says', async ({ app, folder }) => {
  await app.runToEnd('course-demo', 'hybrid')
  const file = join(folder, 'run.json')
  await app.answerSaveDialog(file)
  await app.part('export-json').click()
  await expect(app.part('message')).toContainText('run.json')

  const report = JSON.parse(readFileSync(file, 'utf8')) as ReportInBrief
  expect(report.schemaVersion).toBe(2)
  expect(report.preset.id).toBe('course-demo')
  expect(report.strategy).toBe('hybrid')
  expect(report.tasks.map(({ outcome }) => outcome)).toEqual(Array.from({ length: 11 }, () => 'succeeded'))
  expect(report.samples.length).toBeGreaterThan(5)
  // Counted again from the rows, not with our own summary.
  const makespanMs =
    Math.max(...report.tasks.map((task) => task.finishedMs)) -
    Math.min(...report.tasks.map((task) => task.queuedMs))
  expect(report.summary.makespanMs).toBe(makespanMs)
  const shown = await app.figure('makespan').textContent()
  expect(shown).toContain((makespanMs / 1000).toFixed(2))
})

test('the HTML report opens by itself, offline, with pictures and all tasks', async ({ app, folder }) => {
  await app.runToEnd('course-demo', 'hybrid')
  const file = join(folder, 'report.html')
  await app.answerSaveDialog(file)
  await app.part('export-html').click()
  await expect(app.part('message')).toContainText('report.html')

  const html = readFileSync(file, 'utf8')
  expect(html).not.toMatch(/(?:src|href)="https?:/)
  // Read back by a browser that is not our window.
  const opened = app.electron.waitForEvent('window')
  await app.electron.evaluate(({ BrowserWindow }, url) => {
    const window = new BrowserWindow({
      width: 1100,
      height: 1400,
      webPreferences: { sandbox: true, javascript: false },
    })
    // Only this test's window may go to a file.
    window.webContents.removeAllListeners('will-navigate')
    void window.loadURL(url)
  }, pathToFileURL(file).href)
  const reader = await opened
  await reader.waitForLoadState()
  await expect(reader.locator('svg').first()).toBeVisible()
  await expect(
    reader
      .locator('table')
      .filter({ hasText: 'compute 1' })
      .getByRole('row')
      .filter({ hasText: 'succeeded' }),
  ).toHaveCount(11)
})

test('a place that cannot be written is said in words, and the run is still there', async ({
  app,
  folder,
}) => {
  await app.runToEnd('course-demo', 'hybrid')
  await app.answerSaveDialog(join(folder, 'no-such-folder', 'run.json'))
  await app.part('export-json').click()
  await expect(app.part('message')).toContainText('could not be written')

  const file = join(folder, 'second-try.json')
  await app.answerSaveDialog(file)
  await app.part('export-json').click()
  await expect(app.part('message')).toContainText('second-try.json')
  expect(existsSync(file)).toBe(true)
})

test('a dismissed dialog exports nothing and complains about nothing', async ({ app, folder }) => {
  await app.runToEnd('course-demo', 'hybrid')
  const before = readdirSync(folder)
  await app.answerSaveDialog(null)
  await app.part('export-json').click()
  await expect(app.part('export-json')).toBeEnabled()
  await expect(app.part('message')).toHaveCount(0)
  expect(readdirSync(folder)).toEqual(before)
  // It was the dialog that was dismissed, not the button that is dead.
  await app.answerSaveDialog(join(folder, 'after-all.json'))
  await app.part('export-json').click()
  await expect(app.part('message')).toContainText('after-all.json')
})
