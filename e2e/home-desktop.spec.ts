import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, launchApp, test, type TaskscopeApp } from './app.ts'
import { launchVariables, settingsFileIn } from './launch-variables.ts'

const root = join(import.meta.dirname, '..')
const run = promisify(execFile)

/** What the question before closing is answered with, from now on: the position of the button. */
async function answerClosing(app: TaskscopeApp, button: number): Promise<void> {
  await app.electron.evaluate(({ dialog }, response) => {
    dialog.showMessageBox = () => Promise.resolve({ response, checkboxChecked: false })
  }, button)
}

function closeWindow(app: TaskscopeApp): Promise<void> {
  return app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
}

function isWindowVisible(app: TaskscopeApp): Promise<boolean> {
  return app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() ?? false)
}

/** Starts the app a second time, from a folder and with files, and waits until that one has ended. */
async function startAgain(
  app: TaskscopeApp,
  settings: string,
  from: string,
  ...files: readonly string[]
): Promise<void> {
  const executable = await app.electron.evaluate(() => process.execPath)
  // As Playwright starts it: under root there is no sandbox to be had.
  const flags = ['--no-sandbox', root, `--user-data-dir=${settings}`]
  await run(executable, [...flags, ...files], { cwd: from, env: launchVariables(settings) })
}

test('settings, the place of the window and the menu’s language are the same after a restart', async ({
  folder,
}) => {
  const settings = join(folder, 'settings')
  const app = await launchApp(settings)
  expect(
    await app.page.evaluate(() => window.api.changeSettings({ cpuWorkers: 3, sampleHz: 20, theme: 'dark' })),
  ).toEqual({ kind: 'done' })
  expect(await app.page.evaluate(() => window.api.changeSettings({ sampleHz: 51 }))).toEqual({
    kind: 'refused',
    message: 'Settings, sampleHz: expected at most 50, got 51.',
  })
  await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setBounds({ x: 210, y: 120, width: 1000, height: 700 }),
  )
  await app.electron.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    const progress: number[] = []
    Object.assign(globalThis, { progress })
    if (window) window.setProgressBar = (share) => void progress.push(share)
  })
  await app.runToEnd('course-demo', 'hybrid')
  // Being prepared, under way, over.
  const progress = await app.electron.evaluate(() => Reflect.get(globalThis, 'progress') as number[])
  expect([progress[0], progress.at(-1)]).toEqual([2, -1])
  expect(progress.filter((share) => share > 0 && share < 1)).not.toEqual([])
  const options = await app.page.evaluate(
    async () => (await window.api.readSnapshot(null))?.run.header.options,
  )
  expect([options?.cpuWorkers, options?.sampleHz]).toEqual([3, 20])

  // Another language, chosen by hand in the file while the app runs: the page comes back in it, with the run.
  const kept: unknown = JSON.parse(readFileSync(settingsFileIn(settings), 'utf8'))
  writeFileSync(settingsFileIn(settings), JSON.stringify({ ...(kept as object), language: 'de' }))
  await app.page.waitForURL(/language=de/)
  await expect(app.root).toHaveAttribute('data-phase', 'completed')
  await app.electron.close()

  const again = await launchApp(settings)
  expect(
    await again.electron.evaluate(({ BrowserWindow, Menu, nativeTheme }) => ({
      bounds: BrowserWindow.getAllWindows()[0]?.getNormalBounds(),
      theme: nativeTheme.themeSource,
      menu: Menu.getApplicationMenu()?.items.map(({ label }) => label),
    })),
  ).toEqual({
    bounds: { x: 210, y: 120, width: 1000, height: 700 },
    theme: 'dark',
    menu: ['&Datei', '&Lauf', '&Bearbeiten', '&Ansicht', '&Fenster', '&Hilfe'],
  })
  const { settings: read, language } = await again.page.evaluate(() => window.api.readSettings(null))
  expect([read.cpuWorkers, read.theme, read.language, typeof language]).toEqual([3, 'dark', 'de', 'string'])
  await again.screenshot('in-german')
  await again.electron.close()
  expect([...app.complaints, ...again.complaints]).toEqual([])
})

test('a second start brings its files to the first, which lists them as recent', async ({ folder }) => {
  const settings = join(folder, 'settings')
  const elsewhere = join(folder, 'else where')
  mkdirSync(elsewhere)
  const app = await launchApp(settings)
  await app.runToEnd('course-demo', 'hybrid')
  await app.exportRun(['archive'], join(elsewhere, 'a run.taskscope'))
  await app.closeExport()
  const preset = readFileSync(join(root, 'resources', 'presets', 'course-demo.json'), 'utf8')
  writeFileSync(join(elsewhere, 'mine.json'), preset.replace('"Course demo"', '"Mine"'))
  writeFileSync(join(elsewhere, 'bad.json'), '{"schemaVersion": 99}')
  await app.page.evaluate(() => {
    const heard: unknown[] = []
    Object.assign(window, { heard })
    window.api.subscribe('opened', (opened) => heard.push(opened))
  })
  const heard = (): Promise<unknown> => app.page.evaluate(() => Reflect.get(window, 'heard') as unknown)

  await startAgain(app, settings, elsewhere, 'mine.json', 'bad.json', 'a run.taskscope', 'missing.taskscope')
  await expect.poll(heard).toMatchObject([
    { kind: 'preset', preset: { title: 'Mine' } },
    { kind: 'refused', message: expect.stringContaining('bad.json') as unknown },
    {
      kind: 'runs',
      isShown: true,
      problems: [expect.stringContaining('missing.taskscope') as unknown],
    },
  ])
  const recent = await app.page.evaluate(() => window.api.readRecent(null))
  // One that could not be found is not among them.
  expect(recent.map(({ name, what }) => `${what} ${name}`)).toEqual([
    'runs a run.taskscope',
    'preset mine.json',
  ])
  expect(JSON.stringify(recent)).not.toContain('else where')

  await app.electron.evaluate(({ Menu }) => {
    const items = Menu.getApplicationMenu()?.getMenuItemById('open-recent')?.submenu?.items
    items?.find(({ label }) => label === 'mine.json')?.click()
  })
  await expect.poll(async () => ((await heard()) as unknown[]).length).toBe(4)
  expect(((await heard()) as unknown[])[3]).toMatchObject({ kind: 'preset', preset: { title: 'Mine' } })
  await app.electron.close()
  expect(app.complaints).toEqual([])
})

/** The last run in the library, as the command line lists it. */
async function lastRun(settings: string): Promise<unknown> {
  const commandLine = join(root, 'out', 'main', 'cli.js')
  const { stdout } = await run(process.execPath, [commandLine, 'runs', 'list', '--json', '--limit', '1'], {
    env: launchVariables(settings),
  })
  return JSON.parse(stdout)
}

test('a window that is closed in the middle of a run asks, and does as it is told', async ({ folder }) => {
  const settings = join(folder, 'settings')
  const app = await launchApp(settings)
  // A run that lasts as long as this test.
  const preset = {
    schemaVersion: 1,
    id: 'long',
    title: 'Long',
    summary: 'Waits.',
    tasks: [{ name: 'wait', kind: 'async', workload: 'wait', parameters: { count: 60, ms: 1000 } }],
  }
  writeFileSync(join(folder, 'long.json'), JSON.stringify(preset))
  await startAgain(app, settings, folder, 'long.json')
  const start = (): Promise<string> =>
    app.page.evaluate(
      async () => (await window.api.startRun({ presetId: 'file-1', strategy: 'hybrid', options: {} })).kind,
    )
  await expect.poll(start).toBe('started')
  const isKeptAwake = (): Promise<boolean> =>
    app.page.evaluate(async () => (await window.api.readPower(null)).isKeptAwake)
  expect(await isKeptAwake()).toBe(true)

  // Go back.
  await answerClosing(app, 2)
  await closeWindow(app)
  expect(await isWindowVisible(app)).toBe(true)

  // Go on without: a second start brings the window back onto the running run.
  await answerClosing(app, 0)
  await closeWindow(app)
  await expect.poll(() => isWindowVisible(app)).toBe(false)
  await startAgain(app, settings, folder)
  await expect.poll(() => isWindowVisible(app)).toBe(true)
  await expect(app.root).toHaveAttribute('data-phase', 'running')

  // The page breaks down: it comes back onto the run, too.
  const crashed = app.page.waitForEvent('crash')
  await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  )
  await crashed
  await expect
    .poll(() =>
      app.electron.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
          'document.querySelector("[data-phase]")?.dataset.phase',
        ),
      ),
    )
    .toBe('running')
  // What is chosen is what runs.
  expect(
    await app.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(
        'document.querySelector("[data-testid=preset-picker]")?.dataset.value',
      ),
    ),
  ).toBe('file-1')

  // Cancel and close.
  await answerClosing(app, 1)
  const gone = once(app.electron.process(), 'exit')
  await closeWindow(app)
  expect((await gone)[0]).toBe(0)
  expect(await lastRun(settings)).toMatchObject([{ phase: 'cancelled', presetId: 'long' }])
  expect(app.complaints).toEqual([expect.stringContaining('the window')])
})

test('without its window a run goes to its end, and the app with it', async ({ app, folder }) => {
  await app.startRun('cpu-saturation', 'hybrid')
  await answerClosing(app, 0)
  const gone = once(app.electron.process(), 'exit')
  await closeWindow(app)
  expect((await gone)[0]).toBe(0)
  expect(await lastRun(join(folder, 'settings'))).toMatchObject([{ phase: 'completed' }])
})
