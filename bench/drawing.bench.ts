import { _electron } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { launchVariables } from '../e2e/launch-variables.ts'
import { root } from './engine.ts'
import { printTable } from './table.ts'

const frames = 40

test('zooming in and out over a hundred thousand tasks, in the real window', async () => {
  const settings = mkdtempSync(join(tmpdir(), 'taskscope-bench-'))
  const electron = await _electron.launch({
    args: [root, `--user-data-dir=${settings}`],
    cwd: root,
    env: launchVariables(settings),
  })
  try {
    const page = await electron.firstWindow()
    await page.getByTestId('preset-picker').click()
    await page.locator('[data-testid="preset-picker-option"][data-value="tiny-tasks"]').click()
    await page.getByTestId('run').click()
    await page.locator('[data-phase=completed][data-idle=true]').waitFor({ timeout: 60_000 })
    const tasks = await page.evaluate(async () => (await window.api.readSnapshot(null))?.run.tasks.count)
    expect(tasks).toBe(100_000)

    /** CPU time that the window and its graphics used so far: what a frame costs, however fast the screen is. */
    const usedMs = async (): Promise<number> =>
      electron.evaluate(({ app }) => {
        const drawing = app.getAppMetrics().filter(({ type }) => type === 'Tab' || type === 'GPU')
        return drawing.reduce((sum, { cpu }) => sum + (cpu.cumulativeCPUUsage ?? NaN), 0) * 1000
      })
    const costOf = async (draw: () => Promise<unknown>): Promise<number> => {
      const beforeMs = await usedMs()
      await draw()
      return ((await usedMs()) - beforeMs) / frames
    }

    const ours = await costOf(() =>
      page.evaluate(async (count) => {
        for (let frame = 0; frame < count; frame++) {
          const key = frame % 8 < 4 ? 'w' : 's'
          document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
          await new Promise((resolve) => requestAnimationFrame(resolve))
        }
      }, frames),
    )

    // The usual way: a rectangle for each task, whatever the zoom.
    const plain = await costOf(() =>
      page.evaluate(async (count) => {
        const { run } = (await window.api.readSnapshot(null)) ?? {}
        const canvas = document.createElement('canvas')
        canvas.width = 800
        canvas.height = 300
        document.body.append(canvas)
        const context = canvas.getContext('2d')
        if (run === undefined || context === null) throw new Error('Expected a run and a canvas')
        const { startedMs, finishedMs, slot } = run.tasks
        for (let frame = 0; frame < count; frame++) {
          const pxPerMs = (800 / run.nowMs) * (1 + (frame % 8))
          context.clearRect(0, 0, 800, 300)
          context.fillStyle = '#0072b2'
          for (let task = 0; task < run.tasks.count; task++) {
            const fromMs = startedMs[task] ?? 0
            const widthPx = Math.max(0.5, ((finishedMs[task] ?? 0) - fromMs) * pxPerMs)
            context.fillRect(fromMs * pxPerMs, (slot[task] ?? 0) * 20, widthPx, 18)
          }
          await new Promise((resolve) => requestAnimationFrame(resolve))
        }
        canvas.remove()
      }, frames),
    )

    printTable(
      'CPU time of a frame while zooming over 100,000 tasks',
      ['how', 'ms'],
      [
        ['Taskscope: all tracks, spans merged per pixel', ours.toFixed(1)],
        ['peer: one track, a rectangle per task', plain.toFixed(1)],
      ],
    )
    expect(ours).toBeLessThan(plain)
  } finally {
    await electron.close()
    rmSync(settings, { recursive: true, force: true, maxRetries: 5 })
  }
})
