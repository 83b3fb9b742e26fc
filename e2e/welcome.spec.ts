import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, launchApp, test } from './app.ts'
import { settingsFileIn } from './launch-variables.ts'

const savedSettings = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))

test('the first start leads in three steps, without a mouse, to a finished course-demo, and never comes again unbidden', async ({
  folder,
}) => {
  const user = join(folder, 'settings')
  const file = settingsFileIn(user)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, JSON.stringify({ language: 'en' }))
  const app = await launchApp(user)
  const { page } = app
  const welcome = app.part('welcome')

  await expect(welcome).toHaveAttribute('data-step', 'tasks')
  await expect(welcome).toContainText('3 compute square roots')
  await app.screenshot('welcome-tasks')
  // Letters behind the steps mean nothing.
  await page.keyboard.press('r')
  await expect(app.root).toHaveAttribute('data-phase', 'empty')
  // The second press of a double click chooses nothing, and leads nowhere else.
  await app.part('welcome-next').dblclick()
  await expect(welcome).toHaveAttribute('data-step', 'places')
  await expect(app.part('welcome-strategy-hybrid')).toBeChecked()
  await app.part('welcome-back').focus()
  await page.keyboard.press('Enter')
  await app.part('welcome-next').focus()
  await page.keyboard.press('Enter')

  await expect(welcome).toHaveAttribute('data-step', 'places')
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await app.part('welcome-strategy-hybrid').focus()
  await page.keyboard.press('ArrowUp')
  await expect(app.part('welcome-run')).toHaveText('Run under Threads')
  await page.keyboard.press('ArrowDown')
  await app.screenshot('welcome-places')
  await app.part('welcome-run').focus()
  await page.keyboard.press('Enter')

  await app.waitForEnd()
  await expect(app.figure('makespan')).toBeVisible()
  await expect(app.part('preset-picker')).toHaveAttribute('data-value', 'course-demo')
  await expect(app.part('welcome-text')).toContainText('Three things to look at')
  // Where the lanes do not fit, those that compute are scrolled to.
  const lane = app.part('tasks-track').getByText('cpu 1', { exact: true })
  await expect
    .poll(async () => {
      const [track, name] = [await app.part('tasks-track').boundingBox(), await lane.boundingBox()]
      return track !== null && name !== null && name.y + name.height <= track.y + track.height
    })
    .toBe(true)
  await app.screenshot('welcome-run')
  await page.keyboard.press('Escape')
  await expect(welcome).toBeHidden()
  await expect.poll(() => savedSettings(file)).toMatchObject({ isWelcomed: true })

  await page.reload()
  await expect(app.root).toHaveAttribute('data-phase', 'completed')
  await expect(welcome).toBeHidden()
  // Asked for, they come again, and Esc skips them.
  await page.keyboard.press('Control+k')
  await page.keyboard.type('first steps')
  await page.keyboard.press('Enter')
  await expect(welcome).toHaveAttribute('data-step', 'tasks')
  await page.keyboard.press('Escape')
  await expect(app.part('summary')).toBeVisible()
  await app.electron.close()
  expect(app.complaints).toEqual([])
})
