import { expect, measuring, test, type TaskscopeApp } from './app.ts'

/** Asks at a width which parts of the summary do not show all that they say. */
async function clippedParts(app: TaskscopeApp): Promise<string[]> {
  return app.page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-testid^=summary-]')]
      .filter((part) => part.scrollWidth > part.clientWidth)
      .map((part) => `${part.dataset['testid'] ?? ''} at ${innerWidth}`),
  )
}

async function middleOf(app: TaskscopeApp, part: string): Promise<{ x: number; y: number }> {
  const box = await app.part(part).boundingBox()
  if (box === null) throw new Error(`Expected ${part} to be on screen`)
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

test('finding tasks moves no column, and Escape in its field lists all of them again, in this run and the next', async ({
  app,
}) => {
  await app.runToEnd('course-demo', 'hybrid')
  await test.step('a column of the table is as wide whatever is found', async () => {
    const widths = (): Promise<number[]> =>
      app
        .part('task-table')
        .locator('th')
        .evaluateAll((heads) => heads.map((head) => head.getBoundingClientRect().width))
    const before = await widths()
    await app.part('find').fill('wait 3')
    await expect(app.part('task-table').getByRole('row')).toHaveCount(2)
    // The scroll bar may go, which only the first column notices.
    expect((await widths()).slice(1)).toEqual(before.slice(1))
    await app.part('find').fill('')
  })
  const rows = app.part('task-table').getByRole('row')
  await app.part('run').focus()
  await app.page.keyboard.press('/')
  await app.page.keyboard.type('wait 3')
  await expect(rows).toHaveCount(2)
  await app.page.keyboard.press('Escape')
  await expect(rows).toHaveCount(12)
  await expect(app.part('find')).toHaveValue('')
  await expect(app.part('find-count')).toHaveText('11 tasks')
  await app.runToEnd('course-demo', 'threads')
  await expect(rows).toHaveCount(12)
})

test('no figure of the summary is clipped, at any width, and a small window leaves half of its height to the timeline', async ({
  app,
}) => {
  for (const [preset, strategy] of [
    ['over-subscription', 'threads'],
    ['failures', 'hybrid'],
    ['tiny-tasks', 'hybrid'],
  ] as const) {
    await app.runToEnd(preset, strategy)
    for (const [width, height] of [
      [720, 560],
      [900, 700],
      [900, 860],
      [1280, 860],
      [1600, 900],
    ] as const) {
      await app.resize(width, height)
      await expect.poll(() => app.page.evaluate(() => innerWidth)).toBe(width)
      expect(await clippedParts(app)).toEqual([])
      if (width >= 900) continue
      // Small, or with large text: nothing is left out, and the page scrolls.
      for (const part of ['summary', 'preset-summary', 'summary-sampler'])
        expect(await app.part(part).evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0)
      await expect(app.part('summary-sampler')).toContainText('p99 late')
    }
  }
  // With its failures, the summary has most to say.
  await app.runToEnd('failures', 'hybrid')
  await app.resize(900, 700)
  await expect.poll(() => app.page.evaluate(() => innerWidth)).toBe(900)
  await expect
    .poll(async () => (await app.part('timeline').boundingBox())?.height ?? 0)
    .toBeGreaterThanOrEqual(350)
  await app.screenshot('small-window')
})

test('a drag that ends outside of the timeline lets go, and selects no text; another run is read from its first row', async ({
  app,
}) => {
  const { page } = app
  await app.runToEnd('io-fanout', 'hybrid')
  const start = await middleOf(app, 'tasks-track')
  const table = await middleOf(app, 'task-table')
  const scrolled = (): Promise<number> => app.part('tasks-track').evaluate((track) => track.scrollTop)

  await page.mouse.move(start.x, start.y)
  await page.mouse.down()
  await page.mouse.move(start.x, start.y - 100, { steps: 4 })
  expect(await scrolled()).toBeGreaterThan(50)
  await page.mouse.move(start.x, table.y)
  await page.mouse.up()
  const after = await scrolled()
  await page.mouse.move(start.x + 40, start.y, { steps: 4 })
  await page.mouse.move(start.x - 40, start.y - 100, { steps: 4 })
  expect(await scrolled()).toBe(after)
  expect(await page.evaluate(() => getSelection()?.toString())).toBe('')
  // What was dragged was not clicked on.
  await expect(app.part('selected-text')).toHaveText('')

  const scroll = app.part('task-table').locator('..')
  await scroll.evaluate((element) => (element.scrollTop = 1500))
  await expect.poll(() => scroll.evaluate((element) => element.scrollTop)).toBe(1500)
  await app.runToEnd('io-fanout', 'hybrid')
  expect(await scroll.evaluate((element) => element.scrollTop)).toBe(0)

  await test.step('a mouse that rests on a task that the next run does not have stops nothing', async () => {
    const lanes = (await app.part('tasks-track').boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
    const tip = page.getByRole('tooltip')
    // The last lane in view is of one of the last tasks.
    await app.part('tasks-track').evaluate((track) => (track.scrollTop = track.scrollHeight))
    for (let x = 0.9; x > 0.1 && !(await tip.isVisible()); x -= 0.02)
      await page.mouse.move(lanes.x + lanes.width * x, lanes.y + lanes.height * 0.5)
    await expect(tip).toBeVisible()
    // By keyboard: the mouse stays where it is.
    await page.evaluate(() => window.api.startRun({ presetId: 'failures', strategy: 'hybrid', options: {} }))
    await expect(app.part('progress')).toHaveText(/ 9 tasks$/)
    await app.waitForEnd()
    await expect(tip).toBeHidden()
  })
})

test('what is running and waiting is true to the table early in a run', measuring, async ({ app }) => {
  await app.startRun('io-fanout', 'hybrid')
  await expect(app.part('tasks-track')).toContainText(/[1-9]\d* running/, { timeout: 1000 })
  // The verdict on a run is not spoken before its end.
  await expect(app.figure('makespan')).toContainText('–')
  await expect(app.figure('ideal')).not.toContainText('×')
  await app.waitForEnd()
  await expect(app.figure('makespan')).not.toContainText('–')
})
