import { _electron } from '@playwright/test'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Run } from '#shared/model/run.ts'
import type { ReportFormat } from '../src/shared/model/report-format.ts'
import { launchVariables } from '../e2e/launch-variables.ts'
import { writeRunFolder } from '../src/main/runs/folder/write-run-folder.ts'
import { root } from './engine.ts'
import { largeRun } from './large-run.ts'
import { printTable } from './table.ts'

const formats: readonly ReportFormat[] = ['html', 'parquet', 'trace']

interface Frames {
  readonly frames: number
  /** The longest time from one frame to the next. */
  readonly longestMs: number
}

test('the window while a million tasks are exported, beside the window at rest', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'taskscope-bench-'))
  const library = join(folder, 'runs')
  const run: Run = { ...largeRun(1_000_000, { hasCpuTimes: true }), phase: { kind: 'completed' } }
  await writeRunFolder(library, run, { origin: { kind: 'measured', by: 'app' }, taskscope: '1.0.0' })
  const out = join(folder, 'out')
  mkdirSync(out)
  const electron = await _electron.launch({
    args: [root, `--user-data-dir=${folder}`],
    cwd: root,
    env: launchVariables(folder),
  })
  try {
    const page = await electron.firstWindow()
    await electron.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] })
    }, out)
    await page.getByTestId('view-runs').click()
    await page.getByTestId('runs-row').click()
    const watched = (wanted: readonly ReportFormat[]): Promise<Frames> =>
      page.evaluate(
        async ([runId, names]) => {
          let isOver = names.length === 0
          const stop = window.api.subscribe('export', ({ kind }) => (isOver = kind === 'over'))
          const endMs = performance.now() + 2000
          if (names.length > 0)
            await window.api.startExport({ runId, formats: [...names], isPrivateShown: false })
          let [frames, longestMs, beforeMs] = [0, 0, performance.now()]
          while (!isOver || (names.length === 0 && performance.now() < endMs)) {
            const nowMs = await new Promise<number>((resolve) => requestAnimationFrame(resolve))
            longestMs = Math.max(longestMs, nowMs - beforeMs)
            beforeMs = nowMs
            frames++
          }
          stop()
          return { frames, longestMs }
        },
        [run.header.id, wanted] as const,
      )
    const atRest = await watched([])
    const exporting = await watched(formats)
    printTable(
      `Frames while a million tasks are exported as ${formats.join(', ')}`,
      ['window', 'frames', 'longest, ms'],
      [
        ['exporting', String(exporting.frames), exporting.longestMs.toFixed(0)],
        ['peer: at rest, 2 s', String(atRest.frames), atRest.longestMs.toFixed(0)],
      ],
    )
    expect(exporting.longestMs).toBeLessThan(100)
  } finally {
    await electron.close()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}, 180_000)
