import { standardPairs } from '../src/shared/model/self-test.ts'
import { expect, test } from './app.ts'

test('a self-test of one pair runs to its verdict, leaves the shown run alone, and lets no other start', async ({
  app,
}) => {
  await app.runToEnd('course-demo', 'hybrid')
  const shownId = await app.page.evaluate(async () => (await window.api.readSnapshot(null))?.run.header.id)
  await app.part('machine-button').click()
  await app.part('self-test-pairs').selectOption('1')
  await app.part('self-test-start').click()
  await expect(app.part('self-test-state')).toContainText('4 runs')
  await app.screenshot('self-test-running')
  await expect(app.part('run')).toBeDisabled()
  const refused = await app.page.evaluate(() =>
    window.api.startRun({ presetId: 'course-demo', strategy: 'hybrid', options: {} }),
  )
  expect(refused).toEqual({
    kind: 'refused',
    message: 'A self-test is under way: cancel it or wait for its end.',
  })
  // Whoever reloads the window meanwhile sees how far it is.
  await app.page.reload()
  await expect(app.part('phase')).toContainText('Self-test')
  await app.part('machine-button').click()
  await expect(app.part('self-test-verdict')).toContainText('One pair of runs is too few to tell', {
    timeout: 60_000,
  })
  await app.screenshot('self-test-result')
  const stillId = await app.page.evaluate(async () => (await window.api.readSnapshot(null))?.run.header.id)
  expect(stillId).toBe(shownId)
  await app.page.keyboard.press('Escape')
  await expect(app.part('run')).toBeEnabled()
})

test('a self-test can be cancelled, and a run is then free to start', async ({ app }) => {
  await app.electron.evaluate(({ Menu }) => {
    Menu.getApplicationMenu()?.getMenuItemById('self-test')?.click()
  })
  await app.part('self-test-start').click()
  await expect(app.part('self-test-state')).toContainText(`${2 + 2 * standardPairs} runs`)
  await app.part('self-test-cancel').click()
  await expect(app.part('self-test-state')).toContainText('Cancelled')
  await app.page.keyboard.press('Escape')
  await app.runToEnd('course-demo', 'hybrid')
})
