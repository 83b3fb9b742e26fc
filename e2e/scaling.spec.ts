import { expect, test } from './app.ts'

test('a sweep of the CPU workers ends with an answer, and each of its runs opens in the Lab', async ({
  app,
}) => {
  await app.part('view-scaling').click()
  await expect(app.part('scaling-empty')).toContainText('Press Sweep')
  await app.screenshot('scaling-empty')
  await app.chooseSweep('small-pool', '2..1', 2)
  await expect(app.part('scaling-values-note')).toContainText('runs backwards')
  await expect(app.part('sweep')).toBeDisabled()
  await app.part('scaling-values').fill('1, 2')
  // Ten computing tasks: nothing depends on how many may wait on the loop.
  await expect(app.part('scaling-size').locator('option[value=loop]')).toBeDisabled()

  await app.part('sweep').click()
  await expect(app.part('scaling-live')).toContainText('Small pool')
  await app.screenshot('scaling-running')
  // Whoever reloads the window meanwhile sees how far it is, and what was entered.
  await app.page.reload()
  await expect(app.part('sweep-phase')).toHaveText(/Completed/, { timeout: 60_000 })
  await expect(app.part('scaling-values')).toHaveValue('1, 2')

  await expect(app.part('scaling-answer')).toContainText(/CPU worker/)
  await expect(app.part('scaling-table').getByRole('row')).toHaveCount(3) // and the heading
  await expect(app.part('scaling-chart').locator('.dot')).toHaveCount(5) // four runs, and the key
  await expect(app.part('scaling-partial')).toHaveCount(0)
  await app.screenshot('scaling-light')
  await app.part('scaling-measure-makespan').click()
  await expect(app.part('scaling-chart')).toContainText('less is faster')
  await app.useTheme('dark')
  await app.resize(900, 700)
  await app.screenshot('scaling-narrow-dark')
  expect(
    await app.part('scaling-view').evaluate((view) => view.scrollWidth <= view.clientWidth),
    'no scrolling sideways',
  ).toBe(true)

  const opened = await app.part('scaling-run-2').inputValue()
  await app.part('scaling-open-2').click()
  await app.waitForEnd()
  const shown = await app.page.evaluate(async () => (await window.api.readSnapshot(null))?.run.header)
  expect([shown?.id, shown?.options.cpuWorkers]).toEqual([opened, 2])
  // The sweep is still there.
  await app.part('view-scaling').click()
  await expect(app.part('scaling-answer')).toBeVisible()
})

test('a sweep that is cancelled half-way keeps what was measured and says that it is partial', async ({
  app,
}) => {
  await app.chooseSweep('small-pool', '1, 2', 20)
  await app.part('sweep').click()
  await expect(app.part('scaling-chart').locator('.plot .dot').nth(1)).toBeAttached({ timeout: 30_000 })
  await app.part('sweep-cancel').click()
  await expect(app.part('sweep-phase')).toHaveText(/Cancelled/)
  await expect(app.part('scaling-partial')).toContainText(/cancelled.* of 40/)
  await expect(app.part('scaling-table').getByRole('row')).not.toHaveCount(0)
  await expect(app.part('sweep')).toBeEnabled()
  await app.screenshot('scaling-cancelled')
})
