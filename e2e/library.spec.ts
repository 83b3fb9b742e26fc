import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { reportFormats, reportSuffixes } from '../src/shared/model/report-format.ts'
import { expect, launchApp, test, type TaskscopeApp } from './app.ts'

/** Names of the run folders in an app's library. */
function savedRuns(settings: string): string[] {
  const library = join(settings, 'runs')
  return readdirSync(library).filter((name) => existsSync(join(library, name, 'run.json')))
}

/** Hands files to the window as a user who drops them there does. */
async function drop(app: TaskscopeApp, files: readonly string[]): Promise<void> {
  const { page } = app
  // Only files that a person chose have a place on disk; a file input is the way in which a test can choose.
  await page.evaluate(() => {
    const input = document.createElement('input')
    input.type = 'file'
    input.multiple = true
    input.id = 'dropped'
    document.body.append(input)
  })
  await page.setInputFiles('#dropped', [...files])
  await page.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>('#dropped')
    const carried = new DataTransfer()
    for (const file of input?.files ?? []) carried.items.add(file)
    for (const type of ['dragenter', 'dragover', 'drop'])
      document.body.dispatchEvent(
        new DragEvent(type, { dataTransfer: carried, bubbles: true, cancelable: true }),
      )
    input?.remove()
  })
}

test('a run is found again after a restart, annotated, exported in every format, imported back and deleted', async ({
  folder,
}) => {
  const settings = join(folder, 'settings')
  const first = await launchApp(settings)
  await first.runToEnd('course-demo', 'hybrid')
  await first.runToEnd('failures', 'threads')
  await expect(first.part('saving-banner')).toBeHidden()
  await first.electron.close()
  expect([savedRuns(settings).length, first.complaints]).toEqual([2, []])

  const app = await launchApp(settings)
  await app.show('runs')
  await expect(app.part('runs-row')).toHaveCount(2)
  await app.screenshot('runs-view')
  await app.part('runs-search').fill('course')
  await expect(app.part('runs-row')).toHaveCount(1)
  const runId = (await app.part('runs-row').getAttribute('data-run-id')) ?? ''
  await app.part('runs-row').dblclick()
  await expect(app.root).toHaveAttribute('data-phase', 'completed')
  await expect(app.figure('outcomes')).toContainText('11')

  await app.show('runs')
  await app.part('runs-row').click()
  await app.part('run-title').fill('The article’s eleven')
  await app.part('run-tag-input').fill('reference')
  await app.part('run-tag-input').press('Enter')
  await app.part('run-note').fill('Before the pool grew.')
  await app.part('run-note').blur()
  await expect(app.part('runs-row')).toContainText('The article’s eleven')
  const labels = (): unknown => {
    const file = join(settings, 'runs', runId, 'labels.json')
    return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
  }
  await expect.poll(labels).toMatchObject({
    title: 'The article’s eleven',
    tags: ['reference'],
    note: 'Before the pool grew.',
  })

  const out = join(folder, 'out')
  mkdirSync(out)
  await app.answerExportDialog(reportFormats, out)
  await app.part('runs-export').click()
  for (const format of reportFormats) await app.part(`export-format-${format}`).setChecked(true)
  await app.part('export-start').click()
  await expect(app.part('export-panel')).toHaveAttribute('data-state', 'over', { timeout: 60_000 })
  await app.screenshot('export-panel-over')
  for (const format of reportFormats)
    await expect(app.exported(format)).toHaveAttribute('data-state', 'written')
  const wanted = reportFormats.flatMap((format) => reportSuffixes[format].map((suffix) => suffix as string))
  const written = readdirSync(out)
  expect(wanted.filter((suffix) => !written.some((name) => name.endsWith(suffix)))).toEqual([])
  expect(written.filter((name) => statSync(join(out, name)).size < 100)).toEqual([])
  await app.closeExport()

  // Gone from the library, and in the trash.
  await app.part('runs-row').click()
  await app.part('runs-delete').click()
  await app.part('delete-confirm').click()
  await expect(app.part('runs-row')).toHaveCount(0)
  expect(savedRuns(settings)).not.toContain(runId)
  // On another disk than the user's home, the trash is that disk's.
  if (statSync(folder).dev === statSync(homedir()).dev)
    expect(readdirSync(join(settings, 'data', 'Trash', 'files'))).toHaveLength(1)

  // Back again, from the report that was sent to a colleague.
  const report = written.find((name) => name.endsWith('.html')) ?? ''
  writeFileSync(join(folder, 'foreign.html'), '<p>Not one of ours.</p>')
  await drop(app, [join(out, report), join(folder, 'foreign.html')])
  await expect(app.part('runs-import-problems')).toContainText('foreign.html')
  await app.screenshot('runs-import-problems')
  await app.part('runs-import-dismiss').click()
  await app.part('runs-search').fill('')
  await expect(app.part('runs-row')).toHaveCount(2)
  expect(savedRuns(settings)).toContain(runId)
  await app.page.locator(`[data-run-id="${runId}"]`).dblclick()
  await expect(app.figure('outcomes')).toContainText('11')
  await app.electron.close()
  expect(app.complaints).toEqual([])
})

/** The window is asked to close, and the user answers what becomes of runs that are in memory only. */
function closeWindow(app: TaskscopeApp, answer: number): Promise<void> {
  return app.electron.evaluate(({ BrowserWindow, dialog }, response) => {
    dialog.showMessageBox = () => Promise.resolve({ response, checkboxChecked: false })
    BrowserWindow.getAllWindows()[0]?.close()
  }, answer)
}

test('runs whose library is taken away go on in memory, are said to, exported whole, and saved elsewhere', async ({
  folder,
}) => {
  const settings = join(folder, 'settings')
  const app = await launchApp(settings)
  await app.runToEnd('course-demo', 'hybrid')
  rmSync(join(settings, 'runs'), { recursive: true })
  // In the way of the folder, which cannot be made again.
  writeFileSync(join(settings, 'runs'), '')
  await app.startRun('cpu-saturation', 'hybrid')
  await expect(app.part('saving-banner')).toBeVisible()
  await app.screenshot('saving-failed')
  await app.waitForEnd()

  // Nowhere but in memory, and whole.
  const file = join(folder, 'unsaved.json')
  await app.exportRun(['json'], file)
  const report = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly ending: string
    readonly tasks: unknown[]
  }
  expect([report.ending, report.tasks.length]).toEqual(['completed', 12])
  await app.closeExport()

  // Another run does not push it out, and closing the window asks first.
  await app.runToEnd('waiting', 'hybrid')
  await expect(app.part('saving-banner')).toContainText('1 earlier run')
  await closeWindow(app, 2)
  const elsewhere = join(folder, 'elsewhere')
  await app.answerOpenDialog(elsewhere)
  await app.part('save-elsewhere').click()
  await expect(app.part('saving-banner')).toBeHidden()
  expect(readdirSync(elsewhere)).toHaveLength(2)
  await app.electron.close()
  expect(app.complaints).toEqual([])
})

test('a saved run’s settings are taken over to run it again', async ({ app }) => {
  await app.runToEnd('failures', 'threads')
  await app.choose('course-demo', 'hybrid')
  await app.show('runs')
  await app.part('runs-row').click()
  await app.part('runs-again').click()
  await expect(app.part('preset-picker')).toHaveAttribute('data-value', 'failures')
  await expect(app.part('strategy-picker')).toHaveAttribute('data-value', 'threads')
})
