import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
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

test('a run is exported where the user says: nowhere, to a file that says what the window says, and to a folder', async ({
  app,
  folder,
}) => {
  await app.runToEnd('course-demo', 'hybrid')
  await test.step('a dismissed dialog exports nothing and complains about nothing', async () => {
    const before = readdirSync(folder)
    await app.openExport(['json'])
    await app.answerExportDialog(['json'], null)
    await app.part('export-start').click()
    await expect(app.part('export-start')).toBeEnabled()
    await expect(app.part('export-refused')).toHaveCount(0)
    await expect(app.part('export-panel')).toHaveAttribute('data-state', 'none')
    expect(readdirSync(folder)).toEqual(before)
    // It was the dialog that was dismissed, not the button that is dead.
    await app.exportRun(['json'], join(folder, 'after-all.json'))
    await expect(app.exported('json')).toContainText('after-all.json')
  })
  await test.step('JSON says what the window says', async () => {
    const file = join(folder, 'run.json')
    await app.exportRun(['json'], file)
    await expect(app.exported('json')).toContainText('run.json')

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
  await test.step('a place that cannot be written is said in words, and the run is still there', async () => {
    await app.exportRun(['json'], join(folder, 'no-such-folder', 'run.json'))
    await expect(app.exported('json')).toHaveAttribute('data-state', 'failed')
    await expect(app.exported('json')).toContainText('could not be written')

    const file = join(folder, 'second-try.json')
    await app.exportRun(['json'], file)
    await expect(app.exported('json')).toContainText('second-try.json')
    expect(existsSync(file)).toBe(true)
  })
  await test.step('several formats go into a folder, each file under the name of the run', async () => {
    const target = join(folder, 'exported')
    mkdirSync(target)
    await app.exportRun(['json', 'csv', 'markdown'], target)
    // The panel was open, and is the last export's until this one has begun.
    for (const format of ['json', 'csv', 'markdown'] as const)
      await expect(app.exported(format)).toContainText('course-demo-hybrid')
    await app.screenshot('export-panel')
    const names = readdirSync(target)
    const endings = ['.json', '.md', '.samples.csv', '.tasks.csv']
    expect(endings.map((ending) => names.filter((name) => name.endsWith(ending)).length)).toEqual([
      1, 1, 1, 1,
    ])
    // What the window says is there, is there.
    const said = await Promise.all(
      (['json', 'csv', 'markdown'] as const).map((format) => app.exported(format).textContent()),
    )
    expect(names.filter((name) => !said.some((text) => text?.includes(name)))).toEqual([])
  })
})

test('the HTML report opens by itself, offline, with pictures and all tasks', async ({ app, folder }) => {
  await app.runToEnd('course-demo', 'hybrid')
  const file = join(folder, 'report.html')
  await app.exportRun(['html'], file)
  await expect(app.exported('html')).toContainText('report.html')

  const html = readFileSync(file, 'utf8')
  expect(html).not.toMatch(/(?:src|href)="https?:/)
  // Read back by a browser that is not our window.
  const opened = app.electron.waitForEvent('window')
  await app.electron.evaluate(({ BrowserWindow }, url) => {
    const window = new BrowserWindow({
      width: 1100,
      height: 1400,
      webPreferences: { sandbox: true, javascript: false, partition: 'reader' },
    })
    // Only this test's window may go to a file.
    window.webContents.session.webRequest.onBeforeRequest(null)
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

test('the panel remembers the formats, but not that what is private was to be shown', async ({ app }) => {
  await app.runToEnd('course-demo', 'hybrid')
  await app.openExport(['svg', 'trace'])
  await app.part('export-private').check()
  await app.page.reload()
  await app.part('export').click()
  const isTicked = (format: string): Promise<boolean> => app.part(`export-format-${format}`).isChecked()
  expect([await isTicked('html'), await isTicked('svg'), await isTicked('trace')]).toEqual([
    false,
    true,
    true,
  ])
  await expect(app.part('export-private')).not.toBeChecked()
})
