import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, launchApp, test, type TaskscopeApp } from './app.ts'
import { settingsFileIn } from './launch-variables.ts'
import { cutOffIn, englishAmong, saidIn } from './said-in-page.ts'

/** Names that presets, workloads and runs give: what they call something is called so in every language. */
const namesInData = new Set(['iterations', 'threads', 'hybrid'])

/** What a view says in English, and what of it is cut off in a window of the usual size and in a narrow one. */
async function wrongIn(app: TaskscopeApp, place: string): Promise<readonly string[]> {
  await app.resize(720, 860)
  const narrow = await cutOffIn(app.page)
  await app.resize(1280, 860)
  const wide = await cutOffIn(app.page)
  await app.screenshot(`german-${place}`)
  const said = await saidIn(app.page)
  expect(said.length).toBeGreaterThan(10)
  return [
    ...englishAmong(said.filter((text) => !namesInData.has(text))).map(
      (text) => `${place}, English: ${text}`,
    ),
    ...wide.map((text) => `${place}, cut off: ${text}`),
    ...narrow.map((text) => `${place}, cut off when narrow: ${text}`),
  ]
}

test('who reads German reads German everywhere, in full', async ({ folder }) => {
  test.setTimeout(170_000)
  const settings = join(folder, 'settings')
  mkdirSync(settings, { recursive: true })
  writeFileSync(settingsFileIn(settings), JSON.stringify({ isWelcomed: true, language: 'de' }))
  const app = await launchApp(settings)
  const { page } = app
  const wrong: string[] = []
  const look = async (place: string): Promise<void> => {
    wrong.push(...(await wrongIn(app, place)))
  }
  await expect(page.locator('html')).toHaveAttribute('lang', 'de')
  await expect(app.part('run')).toHaveText('Starten')

  await look('lab-empty')
  await app.part('settings-button').click()
  await look('settings')
  await app.part('palette-button').click()
  await look('palette')
  await page.keyboard.type('Über')
  await page.keyboard.press('Enter')
  await look('about')
  await app.part('palette-button').click()
  await page.keyboard.type('Erste Schritte')
  await page.keyboard.press('Enter')
  await look('welcome-tasks')
  await app.part('welcome-next').click()
  await look('welcome-places')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await app.show('runs')
  await look('runs-empty')
  await app.show('scaling')
  await look('scaling-empty')
  await app.show('compare')
  await look('compare-empty')
  await app.part('compare-more-toggle').click()
  await look('compare-more')
  await app.show('lab')
  await app.part('options-toggle').click()
  await look('lab-options')
  await app.part('options-toggle').click()

  await app.runToEnd('failures', 'event-loop')
  // Decimals as the language has them.
  await expect(app.figure('makespan')).toContainText(/\d,\d/)
  await expect(app.part('saved-mark')).toHaveText('gespeichert')
  for (const tab of ['findings', 'time', 'what-if', 'task']) {
    await app.part(`tab-${tab}`).click()
    if (tab === 'task') await app.part('task-table').locator('tr.row').first().click()
    await look(`lab-${tab}`)
  }
  await app.part('machine-button').click()
  await look('machine')
  await page.keyboard.press('Escape')
  await app.part('help-button').click()
  await look('help')
  await page.keyboard.press('Escape')
  await app.part('export').click()
  await look('export')
  await app.closeExport()

  await app.show('runs')
  await app.part('runs-row').first().click()
  await look('runs-details')
  await app.part('runs-usage').click()
  await look('runs-space')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Delete')
  await expect(app.part('delete-dialog')).toBeVisible()
  await look('runs-delete')
  await app.part('delete-keep').click()

  await app.chooseComparison('small-pool', ['threads', 'hybrid'], 2)
  await app.part('compare-start').click()
  await app.waitForComparison('completed')
  await look('compare-result')
  await app.chooseSweep('small-pool', '1, 2', 2)
  await app.part('sweep').click()
  await expect(app.part('sweep-phase')).toHaveText(/Abgeschlossen/, { timeout: 60_000 })
  await look('scaling-result')

  await app.electron.close()
  expect(app.complaints).toEqual([])
  expect(wrong).toEqual([])
})
