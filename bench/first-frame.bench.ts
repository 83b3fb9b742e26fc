import { _electron } from '@playwright/test'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { launchVariables } from '../e2e/launch-variables.ts'
import { root } from './engine.ts'
import { median, printTable } from './table.ts'

const rounds = 5

/** From the start of the process to the page's first frame, as the app itself stamps it. */
async function firstFrameMs(appFolder: string, settings: string): Promise<number> {
  const electron = await _electron.launch({
    args: [appFolder, `--user-data-dir=${settings}`],
    cwd: appFolder,
    env: launchVariables(settings),
  })
  try {
    await electron.firstWindow()
    const stamped = (): Promise<number | undefined> =>
      electron.evaluate(() => (globalThis as { taskscopeFirstFrameMs?: number }).taskscopeFirstFrameMs)
    await expect.poll(stamped, { timeout: 20_000 }).toBeGreaterThan(0)
    return (await stamped()) ?? NaN
  } finally {
    await electron.close()
  }
}

/** The least that an Electron app can be: a window with one word in it. */
function writeBareApp(folder: string): void {
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'bare', version: '1.0.0', main: 'main.cjs' }),
  )
  writeFileSync(join(folder, 'page.html'), '<!doctype html><title>Bare</title><p>Bare</p>')
  writeFileSync(
    join(folder, 'main.cjs'),
    `const { app, BrowserWindow } = require('electron')
app.whenReady().then(() => {
  const window = new BrowserWindow({ webPreferences: { sandbox: true } })
  window.loadFile(__dirname + '/page.html')
  window.once('ready-to-show', () => { globalThis.taskscopeFirstFrameMs = Date.now() - process.getCreationTime() })
})`,
  )
}

test('from launch to the first frame', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'taskscope-bench-'))
  writeBareApp(folder)
  const ours: number[] = []
  const bare: number[] = []
  try {
    for (let round = 0; round < rounds; round++) {
      ours.push(await firstFrameMs(root, join(folder, `ours-${round}`)))
      bare.push(await firstFrameMs(folder, join(folder, `bare-${round}`)))
    }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  printTable(
    `Launch to first frame, median of ${rounds}`,
    ['app', 'ms'],
    [
      ['Taskscope', median(ours).toFixed(0)],
      ['peer: a bare Electron window', median(bare).toFixed(0)],
    ],
  )
  expect(median(ours)).toBeLessThan(2000)
})
