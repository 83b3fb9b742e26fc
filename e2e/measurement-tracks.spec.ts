import { expect, measuring, test, type TaskscopeApp } from './app.ts'

/** The picture of a track, as the window holds it. */
async function pictureOf(app: TaskscopeApp, track: string): Promise<string> {
  const canvas = app.part(track).locator('canvas')
  return canvas.evaluate((element: HTMLCanvasElement) => element.toDataURL())
}

/** Puts the mouse over the lanes: a share of the plot's width, and some pixels from the top. */
async function pointAtLanes(app: TaskscopeApp, share: number, fromTopPx: number): Promise<void> {
  const box = await app.part('tasks-track').locator('canvas').boundingBox()
  if (box === null) throw new Error('Expected the lanes to be on screen')
  await app.page.mouse.move(box.x + box.width * share, box.y + fromTopPx)
}

test(
  'a held loop is told on the timeline: by name, by its delay, by what its thread did',
  measuring,
  async ({ app }) => {
    await app.runToEnd('blocked-loop', 'event-loop')
    await expect(app.part('threads-track')).toContainText('loop')
    await expect(app.part('loop-delay-track')).toBeVisible()
    // Computing begins with the run and takes most of it, on whatever machine.
    await pointAtLanes(app, 0.2, 12)
    const tip = app.page.getByRole('tooltip')
    await expect(tip).toContainText('loop held by')
    await expect(tip).toContainText('compute')
    await expect(app.part('loop-delay-track')).toContainText(/tasks\s*[\d.]+\s*(ms|s)/)
    await expect(app.part('threads-track')).toContainText(/\d\s*%/)
    await expect(app.part('own-cost-track')).toContainText(/[\d.]+\s*%/)
    await app.screenshot('blocked-loop-light')
    await app.useTheme('dark')
    await app.screenshot('blocked-loop-dark')
  },
)

test('the critical chain is shown when the run is over, and put away with the button or the key', async ({
  app,
}) => {
  // Few enough lanes to be in view, all of them.
  await app.runToEnd('memory-steps', 'threads')
  const toggle = app.part('chain-toggle')
  await expect(toggle).toHaveAttribute('aria-pressed', 'true')
  const shown = await pictureOf(app, 'tasks-track')

  await toggle.click()
  await expect(toggle).toHaveAttribute('aria-pressed', 'false')
  await expect.poll(() => pictureOf(app, 'tasks-track')).not.toBe(shown)

  await app.part('timeline').focus()
  await app.page.keyboard.press('c')
  await expect(toggle).toHaveAttribute('aria-pressed', 'true')
  await expect.poll(() => pictureOf(app, 'tasks-track')).toBe(shown)
  // A letter that is typed into a field is text.
  await app.part('find').fill('')
  await app.part('find').press('c')
  await expect(toggle).toHaveAttribute('aria-pressed', 'true')
})

test('the height that one lane does not need goes to the tracks', async ({ app }) => {
  await app.runToEnd('memory-steps', 'sequential')
  const heightOf = async (part: string): Promise<number> => (await app.part(part).boundingBox())?.height ?? 0
  await app.resize(1280, 900)
  await expect.poll(() => app.page.evaluate(() => innerWidth)).toBe(1280)
  await expect.poll(() => heightOf('tasks-track')).toBeLessThan(60)
  expect(await heightOf('queue-track')).toBeGreaterThan(36)
  const hidden = await app.part('tracks').evaluate((tracks) => tracks.scrollHeight - tracks.clientHeight)
  expect(hidden).toBeLessThanOrEqual(0)
})

test('sixteen threads have a row each, and the tracks leave the lanes their room', async ({ app }) => {
  await app.runToEnd('over-subscription', 'threads')
  await expect(app.part('threads-track')).toContainText('threads 1–16')
  for (const [width, height] of [
    [900, 700],
    [1280, 860],
  ] as const) {
    await app.resize(width, height)
    await expect.poll(() => app.page.evaluate(() => innerWidth)).toBe(width)
    const timeline = await app.part('timeline').boundingBox()
    const lanes = await app.part('tasks-track').boundingBox()
    expect(lanes?.height ?? 0).toBeGreaterThan((timeline?.height ?? NaN) / 3)
  }
  await app.screenshot('many-threads')
})
