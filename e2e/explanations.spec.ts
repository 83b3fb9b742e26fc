import { expect, measuring, test, type TaskscopeApp } from './app.ts'

/** The figures of an account on screen, in percent: what a reader would add up. */
async function percentages(app: TaskscopeApp, testId: string): Promise<number[]> {
  return app
    .part(testId)
    .locator('[data-percent]')
    .evaluateAll((cells) =>
      cells.map((cell) => Number(cell.textContent.replace('%', '').replace('−', '-').trim())),
    )
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)

test('a blocked loop is found, and its finding leads to the evidence', measuring, async ({ app }) => {
  await expect(app.part('inspector')).toContainText('once there is a run')
  await app.startRun('blocked-loop', 'event-loop')
  await expect(app.part('findings-wait')).toBeVisible()
  await app.screenshot('findings-running')
  await app.waitForEnd()

  const finding = app.part('finding-loop-blocked')
  await expect(finding).toBeVisible()
  await expect(app.part('tab-findings')).toContainText(/Findings\s\([1-9]/)
  await app.screenshot('findings-light')

  const whole = await app.part('tasks-track').screenshot()
  await finding.click()
  await expect(finding).toHaveAttribute('aria-pressed', 'true')
  // Its worst task is selected, and the finding stays in view: it can be read beside the picture.
  await expect(app.part('selected-text')).toContainText('selected')
  await expect(finding).toBeVisible()
  await expect(app.root).toHaveAttribute('data-idle', 'true')
  expect((await app.part('tasks-track').screenshot()).equals(whole)).toBe(false)
  await app.screenshot('finding-evidence')
  await app.useTheme('dark')
  await app.screenshot('findings-dark')

  await app.part('run').focus()
  await app.page.keyboard.press('Escape')
  await expect(finding).toHaveAttribute('aria-pressed', 'false')
  await expect(app.part('selected-text')).toHaveText('')
})

test('a run is explained: a task’s time adds up, where the time went sums to 100 %, and a small window shows all of it', async ({
  app,
}) => {
  await app.runToEnd('course-demo', 'hybrid')
  await test.step('picking a task shows its time, and the findings stay a click away', async () => {
    await app.part('task-table').getByRole('row').nth(1).click()
    await expect(app.part('tab-task')).toHaveAttribute('aria-selected', 'true')
    const time = app.part('task-time')
    for (const part of [
      'queue wait',
      'on CPU',
      'ready',
      'timers',
      'input/output',
      'unexplained',
      'turnaround',
    ]) {
      await expect(time).toContainText(part)
    }
    await expect(app.part('task-time-basis')).toContainText(/\S/)
    await app.screenshot('task-time')
    await app.part('tab-findings').click()
    await expect(app.part('inspector')).not.toContainText('turnaround')
    // Picking the same task again is a wish to see it.
    await app.part('task-table').getByRole('row').nth(1).click()
    await expect(time).toBeVisible()
    // With the keyboard from tab to tab.
    await app.part('tab-task').focus()
    await app.page.keyboard.press('ArrowRight')
    await expect(app.part('tab-time')).toBeFocused()
    await expect(app.part('tab-time')).toHaveAttribute('aria-selected', 'true')
  })
  await test.step('where the time went sums to 100 %, seen in each way, with the rest printed', async () => {
    await app.part('tab-time').click()
    for (const view of ['wall', 'slots', 'cores']) {
      await app.part(`account-${view}`).click()
      await expect(app.part('account-rows')).toContainText('unexplained')
      expect(sum(await percentages(app, 'account-rows'))).toBeCloseTo(100, 6)
      await app.screenshot(`account-${view}`)
    }
    await app.part('account-slots').click()
    const executors = app.part('inspector').locator('details')
    await expect(executors).not.toHaveCount(0)
    await executors.first().locator('summary').click()
    const table = await executors.first().locator('table').getAttribute('data-testid')
    expect(sum(await percentages(app, table ?? ''))).toBeCloseTo(100, 6)
    await expect(app.part('ideal-text')).toContainText(/set by/)
    await app.useTheme('dark')
    await app.screenshot('account-dark')
    await app.useTheme('light')
  })
  await test.step('in a small window every page of the inspector can be read without scrolling sideways', async () => {
    await app.resize(900, 700)
    await expect.poll(() => app.page.evaluate(() => innerWidth)).toBe(900)
    await app.part('task-table').getByRole('row').nth(1).click()
    for (const tab of ['findings', 'task', 'time', 'what-if']) {
      await app.part(`tab-${tab}`).click()
      await expect(app.root).toHaveAttribute('data-idle', 'true')
      if (tab === 'what-if') await expect(app.part('what-if-chart')).toBeVisible()
      const overflow = await app.part('inspector').evaluate((page) => page.scrollWidth - page.clientWidth)
      expect(overflow, tab).toBeLessThanOrEqual(0)
      await app.screenshot(`small-${tab}`)
    }
  })
})

test('what-if draws a curve with the measured point, in the order of the cores, and of start orders', async ({
  app,
}) => {
  await app.part('tab-what-if').click()
  await expect(app.part('inspector')).toContainText('once there is a run')
  await app.runToEnd('mixed-pipeline', 'hybrid')
  // A new run shows its findings; the tab that the user chose stays.
  await expect(app.part('tab-what-if')).toHaveAttribute('aria-selected', 'true')
  await expect(app.part('what-if-chart').locator('circle.point[cx]')).not.toHaveCount(0)
  await expect(app.part('what-if-measured')).toHaveCount(1)
  await expect(app.part('what-if-sentence')).toContainText(/predicted|nothing is gained/)
  await expect(app.part('what-if-error')).toContainText('the model says')
  await app.screenshot('what-if-cores')
  await app.part('what-if-about').selectOption('cpuWorkers')
  await expect(app.part('what-if-chart')).toContainText('CPU workers')
  await app.part('what-if-about').selectOption('policy')
  await expect(app.part('what-if-orders')).toContainText('longest first')
  await app.screenshot('what-if-orders')
  await app.useTheme('dark')
  await app.part('what-if-about').selectOption('cores')
  await expect(app.part('what-if-chart')).toBeVisible()
  await app.screenshot('what-if-dark')
})

test('a large run is replayed only when asked to', async ({ app }) => {
  await app.runToEnd('tiny-tasks', 'hybrid')
  await app.part('tab-what-if').click()
  await expect(app.part('what-if-compute')).toBeVisible()
  await app.screenshot('what-if-large')
  await app.part('what-if-compute').click()
  await expect(app.part('what-if-chart')).toBeVisible({ timeout: 60_000 })
})

test('the status line says what observing costs while the run goes on', async ({ app }) => {
  await app.startRun('course-demo', 'sequential')
  await expect(app.part('own-cost')).toContainText(/\d\s*%\s*of the machine/)
  await app.screenshot('status-running')
  await app.waitForEnd()
  await expect(app.part('own-cost')).toContainText(/\d/)
  await expect(app.part('own-cost')).toHaveAttribute('title', /main thread .*sampler .*window /)
  await expect(app.part('summary-sampler')).toContainText('Hz')
})

test('a run that is not sampled says so, and its cores’ time is unknown', async ({ app }) => {
  await app.part('options-toggle').click()
  await app.part('option-sampleHz').fill('0')
  await app.part('option-detail').selectOption('stamps')
  await app.screenshot('options-panel')
  await app.runToEnd('course-demo', 'hybrid')
  await expect(app.part('summary-sampler')).toContainText('nothing sampled')
  await app.part('tab-time').click()
  await app.part('account-cores').click()
  await expect(app.part('account-unknown')).toBeVisible()
  await app.part('task-table').getByRole('row').nth(1).click()
  await expect(app.part('task-time')).toContainText('unknown')
  await app.screenshot('not-sampled')
})

test('a cancelled run and one with failures are explained as far as they got', async ({ app }) => {
  await app.startRun('course-demo', 'sequential')
  await app.part('cancel').click()
  await app.waitForEnd('cancelled')
  await expect(app.part('inspector')).not.toContainText('Reading the record')
  await app.screenshot('explained-cancelled')
  await app.part('tab-time').click()
  await expect(app.part('inspector')).not.toContainText('Reading the record')
  await app.part('tab-what-if').click()
  await expect(app.part('what-if-partial')).toContainText('only the tasks that ran')
  await app.part('tab-time').click()
  await app.runToEnd('failures', 'hybrid')
  await expect(app.part('account-rows')).toBeVisible()
  expect(sum(await percentages(app, 'account-rows'))).toBeCloseTo(100, 6)
  await app.screenshot('explained-failures')
})
