import {
  _electron,
  expect,
  test as base,
  type ElectronApplication,
  type Locator,
  type Page,
} from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { launchVariables } from './launch-variables.ts'
import { reportFormats, reportSuffixes, type ReportFormat } from '../src/shared/model/report-format.ts'
import { strategyIds, type StrategyId } from '../src/shared/model/strategy.ts'

const root = join(import.meta.dirname, '..')
/** Where pictures of the window are kept. */
export const screenshotFolder = join(root, 'artifacts', 'screenshots')

type ViewName = 'lab' | 'compare' | 'scaling' | 'runs'

/** For a test that judges what was measured, or how long something took: it has the machine to itself. */
export const measuring = { tag: '@measuring' }

/** The window as a user knows it. */
export class TaskscopeApp {
  readonly electron: ElectronApplication
  readonly page: Page
  /** Everything that the page complained about. */
  readonly complaints: string[] = []

  constructor(electron: ElectronApplication, page: Page) {
    this.electron = electron
    this.page = page
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') this.complaints.push(message.text())
    })
    page.on('pageerror', (error) => this.complaints.push(error.message))
    // A page that has come back after a breakdown looks healthy; what the main process said about it does not.
    electron.process().stderr?.on('data', (chunk: Buffer) => {
      for (const line of chunk.toString().split('\n')) {
        if (line.startsWith('Taskscope: ') || /uncaught|unhandled/i.test(line)) this.complaints.push(line)
      }
    })
  }

  part(testId: string): Locator {
    return this.page.getByTestId(testId)
  }

  /** The element that says how the run on screen stands. */
  get root(): Locator {
    return this.page.locator('[data-phase]')
  }

  async choose(preset: string, strategy: StrategyId): Promise<void> {
    await this.pick('preset-picker', preset)
    await this.pick('strategy-picker', strategy)
  }

  /** Chooses from one of the lists that explain their options. */
  async pick(testId: string, value: string): Promise<void> {
    const picker = this.part(testId)
    if ((await picker.getAttribute('data-value')) === value) return
    await picker.click()
    await this.page.locator(`[data-testid="${testId}-option"][data-value="${value}"]`).click()
    await expect(picker).toHaveAttribute('data-value', value)
  }

  async startRun(preset: string, strategy: StrategyId): Promise<void> {
    await this.choose(preset, strategy)
    await this.part('run').click()
    await expect(this.root).toHaveAttribute('data-phase', /running|cancelling|completed/)
  }

  /** Waits until the run is over and the window has drawn all of it. */
  async waitForEnd(phase: 'completed' | 'cancelled' = 'completed'): Promise<void> {
    await expect(this.root).toHaveAttribute('data-phase', phase, { timeout: 60_000 })
    await expect(this.root).toHaveAttribute('data-idle', 'true')
  }

  async runToEnd(preset: string, strategy: StrategyId): Promise<void> {
    await this.startRun(preset, strategy)
    await this.waitForEnd()
  }

  /** Another view of the window. */
  async show(view: ViewName): Promise<void> {
    await this.part(`view-${view}`).click()
    await expect(this.part(`view-${view}`)).toHaveAttribute('aria-selected', 'true')
  }

  /** Sets up a comparison of exactly these, in the view of that name. */
  async chooseComparison(preset: string, strategies: readonly StrategyId[], repeats: number): Promise<void> {
    await this.show('compare')
    await this.pick('compare-preset-picker', preset)
    for (const id of strategyIds) await this.part(`compare-tick-${id}`).setChecked(strategies.includes(id))
    await this.part('compare-repeats').fill(String(repeats))
  }

  /** Sets up a sweep over exactly these sizes, as they are typed, in the view of that name: without warm-ups and pauses. */
  async chooseSweep(preset: string, values: string, repeats: number): Promise<void> {
    await this.show('scaling')
    await this.pick('scaling-preset-picker', preset)
    await this.part('scaling-values').fill(values)
    await this.part('scaling-repeats').fill(String(repeats))
    await this.part('scaling-warmUps').fill('0')
    await this.part('scaling-pauseMs').fill('0')
  }

  /** Waits until the comparison is over and all of it is drawn. */
  async waitForComparison(ending: 'completed' | 'cancelled'): Promise<void> {
    await expect(this.part('compare-view')).toHaveAttribute('data-comparison', ending, { timeout: 80_000 })
    await expect(this.root).toHaveAttribute('data-idle', 'true')
  }

  /** What the native save dialog will answer from now on; null: the user dismisses it. */
  async answerSaveDialog(filePath: string | null): Promise<void> {
    await this.electron.evaluate(({ dialog }, path) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: path === null, filePath: path ?? '' })
    }, filePath)
  }

  async answerOpenDialog(filePath: string | null): Promise<void> {
    await this.electron.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = () =>
        Promise.resolve({ canceled: path === null, filePaths: path === null ? [] : [path] })
    }, filePath)
  }

  /** Opens the export panel for the run on screen, with exactly these formats ticked. */
  async openExport(formats: readonly ReportFormat[]): Promise<void> {
    // Open already, it may cover the button.
    if (!(await this.part('export-panel').isVisible())) await this.part('export').click()
    for (const format of reportFormats)
      await this.part(`export-format-${format}`).setChecked(formats.includes(format))
  }

  /** What the native dialog of an export will answer: a file for one format of one file, else a folder. */
  async answerExportDialog(formats: readonly ReportFormat[], path: string | null): Promise<void> {
    const files = formats.flatMap((format) => [...reportSuffixes[format]])
    await (files.length === 1 ? this.answerSaveDialog(path) : this.answerOpenDialog(path))
  }

  /** Exports the run on screen to that file or folder, and waits until that is over, however it ends. */
  async exportRun(formats: readonly ReportFormat[], path: string): Promise<void> {
    await this.openExport(formats)
    await this.answerExportDialog(formats, path)
    await this.part('export-start').click()
    await expect(this.part('export-panel')).toHaveAttribute('data-state', 'over', { timeout: 60_000 })
  }

  /** How a format of the last export stands. */
  exported(format: ReportFormat): Locator {
    return this.part(`export-progress-${format}`)
  }

  async closeExport(): Promise<void> {
    await this.page.keyboard.press('Escape')
    await expect(this.part('export-panel')).toBeHidden()
  }

  async useTheme(theme: 'light' | 'dark'): Promise<void> {
    await this.electron.evaluate(({ nativeTheme }, source) => {
      nativeTheme.themeSource = source
    }, theme)
    await this.page.emulateMedia({ colorScheme: theme })
  }

  async resize(width: number, height: number): Promise<void> {
    await this.electron.evaluate(
      ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height),
      { width, height },
    )
  }

  async screenshot(name: string): Promise<Buffer> {
    return this.page.screenshot({ path: join(screenshotFolder, `${name}.png`) })
  }

  /** Text of a figure in the summary strip. */
  figure(name: string): Locator {
    return this.part(`summary-${name}`)
  }
}

/** Starts the built app as a user would, with settings of its own; `executable`: through this program, not Electron's own. */
export async function launchApp(userDataFolder: string, executable?: string): Promise<TaskscopeApp> {
  // `npm test` names the runtime in the environment; where it does not, the electron package knows.
  const electron = await _electron.launch({
    args: [root, `--user-data-dir=${userDataFolder}`],
    cwd: root,
    env: launchVariables(userDataFolder),
    ...(executable === undefined ? {} : { executablePath: executable }),
  })
  const page = await electron.firstWindow()
  const app = new TaskscopeApp(electron, page)
  await expect(app.root).toHaveAttribute('data-phase', 'empty')
  return app
}

/** `test` with an app that is started for it and closed after it, and a folder that is removed. */
export const test = base.extend<{ folder: string; app: TaskscopeApp }>({
  // Playwright reads a fixture's needs from this pattern, even when there are none.
  // eslint-disable-next-line no-empty-pattern
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'taskscope-e2e-'))
    await use(folder)
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  },
  app: async ({ folder }, use) => {
    const app = await launchApp(join(folder, 'settings'))
    await use(app)
    // A test may end in the middle of a run: cancelled, and nothing kept that was not saved.
    const agree = app.electron.evaluate(({ dialog }) => {
      dialog.showMessageBox = () => Promise.resolve({ response: 1, checkboxChecked: false })
    })
    // It may have ended by itself.
    await agree.catch(() => undefined)
    await app.electron.close()
    expect(app.complaints).toEqual([])
  },
})

export { expect }
