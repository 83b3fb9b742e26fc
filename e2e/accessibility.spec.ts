import { axeFindings } from './axe.ts'
import { expect, test, type TaskscopeApp } from './app.ts'

/** What axe finds in the window as it stands, in the light theme and, where asked for, what depends on the theme in the dark one. */
async function findingsIn(app: TaskscopeApp, place: string, themes: 'light' | 'both'): Promise<string[]> {
  if (themes === 'light') return axeFindings(app.page, place)
  await app.useTheme('dark')
  const dark = await axeFindings(app.page, `${place}, dark`, ['color-contrast'])
  await app.useTheme('light')
  return [...(await axeFindings(app.page, place)), ...dark]
}

test('every view in each of its states can be read and operated by everybody, as far as a machine can tell', async ({
  app,
}) => {
  test.setTimeout(170_000)
  const { page } = app
  const findings: string[] = []
  // What has colours of its own is looked at in both themes; where all is made of the same tokens, their own test holds.
  const look = async (place: string, themes: 'light' | 'both' = 'light'): Promise<void> => {
    findings.push(...(await findingsIn(app, place, themes)))
  }

  await look('lab, empty')
  await app.part('help-button').click()
  await look('help')
  await page.keyboard.press('Escape')
  await app.part('settings-button').click()
  await look('settings', 'both')
  await app.part('palette-button').click()
  await look('palette', 'both')
  for (const page of ['First steps', 'About Taskscope']) {
    if (page !== 'First steps') await app.part('palette-button').click()
    await app.page.keyboard.type(page)
    await app.page.keyboard.press('Enter')
    await look(page)
    if (page === 'First steps') await app.part('welcome-skip').click()
  }
  await app.show('runs')
  await look('runs, empty')
  await app.show('scaling')
  await look('scaling, empty')
  await app.show('lab')
  await app.part('options-toggle').click()
  await look('options')
  await app.part('options-toggle').click()

  await app.startRun('course-demo', 'sequential')
  await look('lab, running', 'both')
  await app.waitForEnd()
  await app.runToEnd('failures', 'hybrid')
  await app.part('task-table').getByText('throws').click()
  for (const tab of ['findings', 'task', 'time', 'what-if']) {
    await app.part(`tab-${tab}`).click()
    await look(`inspector, ${tab}`, 'both')
  }
  await app.part('export').click()
  await look('export', 'both')
  await app.closeExport()

  await app.show('runs')
  await app.part('runs-row').first().click()
  await look('runs, details', 'both')
  await page.keyboard.press('Delete')
  await expect(app.part('delete-dialog')).toBeVisible()
  await look('runs, delete')
  await app.part('delete-keep').click()
  // Where the focus was, it is again.
  await expect(app.part('runs-table')).toBeFocused()

  await app.show('compare')
  await look('compare, empty')
  await app.chooseComparison('small-pool', ['threads', 'hybrid'], 2)
  await app.part('compare-start').click()
  await app.waitForComparison('completed')
  await look('compare, result', 'both')
  await app.chooseSweep('small-pool', '1, 2', 2)
  await app.part('sweep').click()
  await expect(app.part('sweep-phase')).toHaveText(/Completed/, { timeout: 60_000 })
  await look('scaling, result', 'both')

  expect(findings).toEqual([])
})

test('the timeline is gone through by keyboard, each step is spoken, and the tables list what the picture shows', async ({
  app,
}) => {
  const { page } = app
  const spoken = app.part('spoken')
  await app.runToEnd('course-demo', 'hybrid')
  await app.part('timeline').focus()
  await page.keyboard.press('Home')
  await expect(spoken).toHaveText(/^\w+ \d, loop lane 1 of \d, .* to .*, succeeded\. .*suspended /)
  // Spoken once: the inspector, which tells of tasks that were picked otherwise, is silent.
  await expect(app.part('selected-text')).toHaveText('')
  await expect(app.part('inspector-state')).toContainText('succeeded')
  await page.keyboard.press('ArrowDown')
  await expect(spoken).toHaveText(/^\w+ \d, loop lane 2 of \d, /)
  const second = (await spoken.textContent()) ?? ''
  await page.keyboard.press('PageDown')
  await expect(spoken).not.toHaveText(second)
  await page.keyboard.press('PageUp')
  await expect(spoken).toHaveText(second)
  await page.keyboard.press('w')
  await expect(spoken).toHaveText(/^Showing .* to /)
  await page.keyboard.press('f')
  await expect(spoken).toHaveText('Showing the whole run.')
  await page.keyboard.press('Control+End')
  // Down through the lanes that are left, into the tracks.
  const isInQueue = (): Promise<boolean> =>
    app.part('queue-track').evaluate((track) => track.classList.contains('is-current'))
  for (let step = 0; step < 40 && !(await isInQueue()); step++) await page.keyboard.press('ArrowDown')
  await expect(spoken).toHaveText(/^queue at .*: \d+ waiting\./)
  await page.keyboard.press('ArrowDown')
  await expect(spoken).toHaveText(/^cores at .*core 0/)
  await app.screenshot('timeline-keyboard')
  await page.keyboard.press('Escape')
  await expect(app.part('timeline')).not.toBeFocused()

  await app.part('table-choice').selectOption('samples')
  await expect(app.part('data-table').getByRole('columnheader', { name: 'Core 0 %' })).toBeVisible()
  await app.screenshot('samples-table')
  await app.part('table-choice').selectOption('chain')
  await expect(
    app
      .part('data-table')
      .getByRole('row', { name: /its slot was taken|its loop was held|queued then/ })
      .first(),
  ).toBeVisible()
  await app.part('copy-table').click()
  await expect(page.getByText(/^Copied \d+ rows$/)).toBeVisible()
  // Finding is about tasks.
  await app.part('run').focus()
  await page.keyboard.press('/')
  await expect(app.part('find')).toBeFocused()
  await app.part('columns-button').click()
  await app.part('column-chainMs').check()
  await page.keyboard.press('Escape')
  await expect(app.part('task-table').getByRole('columnheader', { name: 'On the chain' })).toBeAttached()
})
