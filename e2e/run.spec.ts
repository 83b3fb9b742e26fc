import { cpus, type CpuInfo } from 'node:os'
import { expect, measuring, test } from './app.ts'

/** Busy share of all cores between two readings of the system's own counters. */
function busyShare(before: readonly CpuInfo[], after: readonly CpuInfo[]): number {
  const sum = (infos: readonly CpuInfo[], count: (times: CpuInfo['times']) => number): number =>
    infos.reduce((total, { times }) => total + count(times), 0)
  const all = ({ user, nice, sys, irq, idle }: CpuInfo['times']): number => user + nice + sys + irq + idle
  const passed = sum(after, all) - sum(before, all)
  return 1 - (sum(after, ({ idle }) => idle) - sum(before, ({ idle }) => idle)) / passed
}

test(
  'course-demo under hybrid ends with eleven finished tasks and a core track that moved',
  measuring,
  async ({ app }) => {
    await app.startRun('course-demo', 'hybrid')
    const before = cpus()
    await expect(app.root).toHaveAttribute('data-phase', 'completed')
    const bySystem = busyShare(before, cpus())
    await app.waitForEnd()

    await expect(app.part('task-table').getByRole('row')).toHaveCount(12) // and the heading
    const snapshot = await app.page.evaluate(() => window.api.readSnapshot(null))
    const run = snapshot?.run
    expect(run?.tasks.count).toBe(11)
    expect([...(run?.tasks.state ?? [])]).toEqual(Array.from({ length: 11 }, () => 3)) // succeeded
    expect(run?.droppedEvents).toBe(0)
    expect(run?.samples.count).toBeGreaterThan(5)
    // Two computing tasks at a time, then one, then none: a core that never changes its reading was not read. Unless
    // somebody else keeps all cores busy throughout, which the system's own counters would tell.
    const readings = run?.samples.coreBusy.map(
      (column) => new Set([...column.slice(0, run.samples.count)].map((share) => Math.round(share * 20))),
    )
    const hasMoved = readings?.some((distinct) => distinct.size > 2) === true
    expect(hasMoved || bySystem > 0.97, `moved: ${hasMoved}, busy by the system's count: ${bySystem}`).toBe(
      true,
    )

    await expect(app.figure('makespan')).toContainText(/\d/)
    await expect(app.figure('ideal')).toContainText('×')
    await app.screenshot('finished-light')
    await app.useTheme('dark')
    await app.screenshot('finished-dark')
  },
)

test('a run can be cancelled in the middle and keeps what was recorded', async ({ app }) => {
  await app.startRun('course-demo', 'sequential')
  await expect(app.part('cancel')).toBeEnabled()
  await app.screenshot('running')
  await app.part('cancel').click()
  await app.waitForEnd('cancelled')

  const states = await app.page.evaluate(async () => [
    ...((await window.api.readSnapshot(null))?.run.tasks.state ?? []),
  ])
  expect(states).toHaveLength(11)
  expect(states.filter((state) => state === 5).length).toBeGreaterThan(0) // cancelled
  expect(states.every((state) => state === 3 || state === 5)).toBe(true)
  await expect(app.part('run')).toBeEnabled()
  // What was cancelled with the run was not done.
  const done = states.filter((state) => state === 3).length
  await expect(app.part('progress')).toHaveText(`${done}\u00a0/ 11 tasks`)
  await app.screenshot('cancelled')
})

test('the failures preset shows each failure in words and lets the neighbours succeed', async ({ app }) => {
  await app.runToEnd('failures', 'hybrid')

  const table = app.part('task-table')
  for (const [name, outcome] of [
    ['throws', 'failed'],
    ['runs out of time', 'timed out'],
    ['is cancelled', 'cancelled'],
    ['runs out of memory', 'failed'],
    ['ends its thread', 'failed'],
    ['neighbour, blocking', 'succeeded'],
    ['neighbour, download', 'succeeded'],
  ] as const) {
    await expect(table.getByRole('row').filter({ hasText: name })).toContainText(
      new RegExp(outcome.replace(' ', '[ -]'), 'i'),
    )
  }
  await table.getByRole('row').filter({ hasText: 'runs out of memory' }).click()
  await expect(app.part('inspector')).toContainText('memory limit of 64 MiB')
  await app.screenshot('failed')
})

test('a blocked loop makes its waiting tasks late, and hybrid does not', measuring, async ({ app }) => {
  const lateness = async (strategy: 'event-loop' | 'hybrid'): Promise<number> => {
    await app.runToEnd('blocked-loop', strategy)
    return app.page.evaluate(async () => {
      const run = (await window.api.readSnapshot(null))?.run
      if (run === undefined) throw new Error('Expected a run, got none')
      const { tasks, header } = run
      // Run time plus queue wait of the tasks that only wait, against what they asked for.
      let worst = 0
      for (let task = 0; task < tasks.count; task++) {
        const group = header.plan.groups[tasks.group[task] ?? 0]
        if (group?.kind !== 'async' || group.estimateMs === null) continue
        const tookMs = (tasks.finishedMs[task] ?? NaN) - (tasks.queuedMs[task] ?? NaN)
        worst = Math.max(worst, tookMs / group.estimateMs)
      }
      return worst
    })
  }
  const blocked = await lateness('event-loop')
  const spread = await lateness('hybrid')
  // The blocking work is longer than any wait: at least twice as late, however busy the machine is.
  expect(blocked).toBeGreaterThan(2 * spread)
})

test('a window that is reloaded in the middle of a run goes on showing it to the end', async ({ app }) => {
  await app.startRun('course-demo', 'sequential')
  await app.page.reload()
  await expect(app.root).toHaveAttribute('data-phase', 'running')
  await expect(app.part('cancel')).toBeEnabled()
  await app.waitForEnd()

  // What the batches after the reload made of the snapshot is what the main process recorded.
  await expect(app.part('task-table').getByRole('row')).toHaveCount(12)
  await expect(app.figure('outcomes')).toContainText('11')
})

test('a hundred thousand tiny tasks are recorded without a dropped event', measuring, async ({ app }) => {
  await app.startRun('tiny-tasks', 'hybrid')
  await app.waitForEnd()
  const recorded = await app.page.evaluate(async () => {
    const run = (await window.api.readSnapshot(null))?.run
    return { dropped: run?.droppedEvents, finished: run?.tasks.state.filter((state) => state === 3).length }
  })
  expect(recorded).toEqual({ dropped: 0, finished: 100_000 })
  await app.screenshot('tiny-tasks')
})

test('a smaller run after a larger one leaves nothing of the larger behind', async ({ app }) => {
  await app.runToEnd('io-fanout', 'hybrid')
  // A task that the next run does not have, in the table's view and in the inspector.
  await app.part('find').fill('download 200')
  await app.part('task-table').getByRole('row').filter({ hasText: 'download 200' }).click()
  await expect(app.part('inspector')).toContainText('download 200')
  await app.part('find').fill('')
  await app.part('task-table').getByRole('row').last().scrollIntoViewIfNeeded()

  await app.runToEnd('over-subscription', 'threads')
  await expect(app.part('inspector')).not.toContainText('download 200')
  await expect(app.part('task-table')).toContainText('16')
  await app.screenshot('over-subscription')
})

test('a window whose process dies in the middle of a run comes back and shows it', async ({ app }) => {
  await app.startRun('course-demo', 'sequential')
  const recovered = await app.electron.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents
    if (contents === undefined) throw new Error('Expected a window, got none')
    const isLoaded = new Promise<void>((resolve) => contents.once('did-finish-load', () => resolve()))
    process.kill(contents.getOSProcessId(), 'SIGKILL')
    await isLoaded
    const phase = "document.querySelector('[data-phase]')?.getAttribute('data-phase')"
    const seen: unknown[] = []
    // Until it has read the snapshot; the test's own time limit ends this if it never does.
    while (seen.at(-1) !== 'running') seen.push(await contents.executeJavaScript(phase))
    return seen.at(-1)
  })
  expect(recovered).toBe('running')
  // The tool's page object died with the old process.
  app.complaints.length = 0
})
