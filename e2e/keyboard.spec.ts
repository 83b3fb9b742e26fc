import { expect, test } from './app.ts'

test('a run is started, looked at, found in and cancelled without a mouse', async ({ app }) => {
  const { page } = app
  await app.choose('course-demo', 'hybrid')
  // Away from the pickers, whose own keys are letters.
  await app.part('run').focus()
  await page.keyboard.press('r')
  await app.waitForEnd()

  const picture = async (): Promise<string> => (await app.part('tasks-track').screenshot()).toString('base64')
  const atRest = async (): Promise<string> => {
    await expect(app.root).toHaveAttribute('data-idle', 'true')
    return picture()
  }
  const whole = await atRest()
  await page.keyboard.press('w')
  const zoomed = await atRest()
  expect(zoomed).not.toBe(whole)
  await page.keyboard.press('d')
  expect(await atRest()).not.toBe(zoomed)
  await page.keyboard.press('f')
  expect(await atRest()).toBe(whole)

  await page.keyboard.press('/')
  await expect(app.part('find')).toBeFocused()
  await page.keyboard.type('wait 3')
  await expect(app.part('task-table').getByRole('row')).toHaveCount(2)
  await page.keyboard.press('Escape')

  await page.keyboard.press('ArrowDown')
  await expect(app.part('inspector')).toContainText('queue wait')
  await expect(app.part('selected-text')).toContainText(/succeeded/)

  await app.choose('course-demo', 'sequential')
  await app.part('run').focus()
  await page.keyboard.press('r')
  await expect(app.root).toHaveAttribute('data-phase', /preparing|running/)
  await page.keyboard.press('Control+.')
  await app.waitForEnd('cancelled')
})

test('the wheel zooms at the cursor, and one cursor runs through all tracks', async ({ app }) => {
  await app.runToEnd('course-demo', 'hybrid')
  const { page } = app
  const box = await app.part('tasks-track').boundingBox()
  if (box === null) throw new Error('Expected the tasks track to be on screen')
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  const coresValue = app.part('cores-track').getByText('%').last()

  await page.mouse.move(middle.x, middle.y)
  await expect(app.root).toHaveAttribute('data-idle', 'true')
  // Pointing at the tasks reads the cores at that moment.
  await expect(coresValue).toBeVisible()
  const before = await app.part('cores-track').screenshot()
  await page.keyboard.down('Control')
  await page.mouse.wheel(0, -400)
  await page.keyboard.up('Control')
  await expect(app.root).toHaveAttribute('data-idle', 'true')
  expect((await app.part('cores-track').screenshot()).equals(before)).toBe(false)
})
