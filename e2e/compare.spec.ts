import process from 'node:process'
import { expect, test, type TaskscopeApp } from './app.ts'

/** A panel of the picture, by its variant. */
const panel = (app: TaskscopeApp, label: string): ReturnType<TaskscopeApp['part']> =>
  app.page.locator(`[data-testid=panel][data-variant="${label}"]`)
/** The column of names, before the axis begins. */
const labelPx = 112

/** "1.92 s" or "950 ms" in milliseconds. */
function milliseconds(text: string): number {
  const [, value, unit] = /([\d.,]+)\s*(ms|s)\b/.exec(text) ?? []
  return Number(value?.replace(',', '')) * (unit === 's' ? 1000 : 1)
}

test('a comparison survives a reload of the window, and each of its runs can be looked at', async ({
  app,
}) => {
  await app.chooseComparison('course-demo', ['event-loop', 'hybrid'], 2)
  await app.part('compare-start').click()
  await expect(app.part('compare-view')).toHaveAttribute('data-comparison', 'running')
  await expect(app.part('compare-progress')).toContainText(/[1-9]\d*\s*\/\s/, { timeout: 30_000 })
  await app.screenshot('compare-running')
  await app.page.reload()
  await expect(app.part('compare-view')).toHaveAttribute('data-comparison', /running|completed/)

  await app.waitForComparison('completed')
  await expect(app.part('compare-answer')).not.toBeEmpty()
  await expect(app.part('panel-body')).toHaveCount(2)
  await app.screenshot('compare-finished')
  await app.part('compared-panels').evaluate((panels) => panels.scrollIntoView())
  await app
    .part('tasks-track')
    .first()
    .click({ position: { x: 200, y: 15 } })
  await app.useTheme('dark')
  await app.screenshot('compare-panels-dark')

  // One axis for all panels, which begins a hundredth of its length before 0: the longest run tells where the others end.
  const body = await app.part('panel-body').first().boundingBox()
  const marks = await app
    .part('end-mark')
    .evaluateAll((all) => all.map((mark) => mark.getBoundingClientRect().x))
  const ends = marks.map((x) => x - (body?.x ?? NaN) - labelPx)
  const times = (await app.part('panel-makespan').allTextContents()).map(milliseconds)
  const longestMs = Math.max(...times)
  const expected = times.map((ms) => (Math.max(...ends) * (ms + 0.01 * longestMs)) / (1.01 * longestMs))
  ends.forEach((end, at) => expect(Math.abs(end - (expected[at] ?? NaN))).toBeLessThan(8))

  // The other repeat of one of them, then that one in the Lab.
  const hybrid = panel(app, 'hybrid')
  const runs = hybrid.getByTestId('panel-run')
  const shown = await runs.inputValue()
  const isFirst = await hybrid.getByTestId('panel-previous').isDisabled()
  await hybrid.getByTestId(isFirst ? 'panel-next' : 'panel-previous').click()
  await expect(runs).not.toHaveValue(shown)
  await expect(hybrid.getByTestId('panel-body')).toBeVisible()
  const makespan = (await hybrid.getByTestId('panel-makespan').textContent())?.match(/[\d.]+/)?.[0] ?? 'none'
  await hybrid.getByTestId('panel-open').click()
  await expect(app.part('view-lab')).toHaveAttribute('aria-selected', 'true')
  await app.waitForEnd()
  await expect(app.figure('makespan')).toContainText(makespan)
})

test('what a cancelled comparison measured is shown, and said to be a part', async ({ app }) => {
  await app.chooseComparison('course-demo', ['event-loop', 'hybrid'], 10)
  await app.part('compare-start').click()
  await expect(app.part('compare-progress')).toContainText(/[3-9]\s*\/\s/, { timeout: 40_000 })
  // Two runs at once would spoil both.
  await app.show('lab')
  await expect(app.part('run')).toBeDisabled()
  await expect(app.part('phase')).toContainText('A comparison is under way')
  await app.show('compare')
  await app.part('compare-cancel').click()
  await app.waitForComparison('cancelled')
  await expect(app.part('compare-partial')).toContainText('Partial')
  await expect(app.part('panel-body')).not.toHaveCount(0)
  await app.screenshot('compare-cancelled')
})

/** Ends the comparison process as the system would when memory is short. */
async function killComparisonProcess(app: TaskscopeApp): Promise<void> {
  const processId = await app.electron.evaluate(
    ({ app: main }) => main.getAppMetrics().find(({ name }) => name === 'Taskscope comparisons')?.pid,
  )
  if (processId === undefined) throw new Error('Expected a comparison process, got none')
  process.kill(processId, 'SIGKILL')
}

test('when the comparison process is killed, what was measured stays in sight and nothing false is said', async ({
  app,
}) => {
  await app.chooseComparison('small-pool', ['threads', 'hybrid'], 1)
  await app.part('compare-start').click()
  await app.waitForComparison('completed')
  const first = app.part('baseline-0')
  const second = app.part('baseline-1')
  await expect(first).toBeChecked()
  await second.click()
  await expect(second).toBeChecked()
  await killComparisonProcess(app)
  await first.click()
  await expect(app.part('compare-message')).toContainText('The baseline stays as it is.')
  await expect(second).toBeChecked()
  await app.part('compare-export-json').click()
  await expect(app.part('compare-message')).toContainText('The process that held this result has ended')

  await app.part('compare-repeats').fill('10')
  await app.part('compare-start').click()
  await expect(app.part('compare-progress')).toContainText(/[4-9]\s*\/\s/, { timeout: 40_000 })
  await killComparisonProcess(app)
  await expect(app.part('compare-lost')).toContainText(/[1-9] of 20 runs had been measured/)
  await app.screenshot('compare-lost')
  await expect(app.part('compare-start')).toBeEnabled()
})

test('nothing is compared or swept while a run is under way in the Lab', async ({ app }) => {
  await app.startRun('course-demo', 'event-loop')
  await app.show('compare')
  await expect(app.part('compare-start')).toBeDisabled()
  await expect(app.part('compare-phase')).toContainText('A run is under way in the Lab')
  await app.show('scaling')
  await expect(app.part('sweep')).toBeDisabled()
  await expect(app.part('sweep-phase')).toContainText('A run is under way in the Lab')
  await app.waitForEnd()
  await expect(app.part('sweep')).toBeEnabled()
})

test('each view keeps how it stood, and its keys to itself', async ({ app }) => {
  await app.runToEnd('failures', 'hybrid')
  await app.part('timeline').focus()
  await app.page.keyboard.press('w')
  const fit = app.page.getByTitle('Show the whole run (F)')
  await expect(fit).toBeVisible()
  await app.page.getByRole('tab', { name: 'Lab' }).focus()
  await app.page.keyboard.press('ArrowRight')
  await expect(app.part('compare-view')).toBeVisible()
  await expect(app.part('timeline')).toHaveCount(0)
  await app.screenshot('compare-empty')
  // Would show the whole run again, in the Lab.
  await app.page.keyboard.press('f')
  await app.show('lab')
  await expect(fit).toBeVisible()
})
