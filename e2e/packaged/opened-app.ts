import { chromium, expect, type Browser, type Page } from '@playwright/test'
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { answerSaveDialog, pressKeys } from './keys.ts'
import type { User } from './ordinary-user.ts'

/**
 * The app as a user has it: packages let no debugger into their main process, so the page is driven through Chromium's own port, and
 * whatever is native by the keyboard.
 */
export class OpenedApp {
  readonly page: Page
  readonly #child: ChildProcess
  readonly #browser: Browser
  /** Everything that the page complained about. */
  readonly complaints: string[] = []

  private constructor(child: ChildProcess, browser: Browser, page: Page) {
    this.#child = child
    this.#browser = browser
    this.page = page
    page.setDefaultTimeout(20_000)
    page.on('pageerror', (error) => this.complaints.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error') this.complaints.push(message.text())
    })
  }

  /** Starts a program as that user, and waits for its window. */
  static async open(program: string, args: readonly string[], user: User): Promise<OpenedApp> {
    const chromiumArgs = ['--remote-debugging-port=0', `--user-data-dir=${user.profile}`]
    const [first = '', ...rest] = [...user.asThisUser, program, ...args, ...chromiumArgs]
    const child = spawn(first, rest, {
      cwd: user.home,
      env: user.variables,
      stdio: 'ignore',
    })
    const portFile = join(user.profile, 'DevToolsActivePort')
    await expect.poll(() => existsSync(portFile) && readFileSync(portFile, 'utf8').includes('\n')).toBe(true)
    const [port = ''] = readFileSync(portFile, 'utf8').split('\n')
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
    const pages = (): readonly Page[] => browser.contexts().flatMap((context) => context.pages())
    await expect.poll(() => pages().length).toBe(1)
    const [page] = pages()
    if (page === undefined) throw new Error('Expected a window')
    const app = new OpenedApp(child, browser, page)
    await expect(page.locator('[data-phase=empty]')).toBeVisible()
    return app
  }

  /** The id of the process that was started; all others are below it. */
  get processId(): number {
    if (this.#child.pid === undefined) throw new Error('Expected a process')
    return this.#child.pid
  }

  async #pick(testId: string, value: string): Promise<void> {
    const picker = this.page.getByTestId(testId)
    if ((await picker.getAttribute('data-value')) === value) return
    await picker.click()
    await this.page.locator(`[data-testid="${testId}-option"][data-value="${value}"]`).click()
    await expect(picker).toHaveAttribute('data-value', value)
  }

  async run(preset: string, strategy: string): Promise<void> {
    await this.#pick('preset-picker', preset)
    await this.#pick('strategy-picker', strategy)
    await this.page.getByTestId('run').click()
    await expect(this.page.locator('[data-phase=completed]')).toBeVisible()
  }

  /** Exports the run on screen as HTML; the name is typed into the system's own dialog. */
  async exportHtml(file: string): Promise<void> {
    await this.page.getByTestId('export').click()
    for (const box of await this.page.locator('input[data-testid^=export-format-]').all())
      await box.setChecked((await box.getAttribute('data-testid')) === 'export-format-html')
    await this.page.getByTestId('export-start').click()
    await answerSaveDialog('Export run', file)
    await expect(this.page.getByTestId('export-panel')).toHaveAttribute('data-state', 'over')
    await expect(this.page.getByTestId('export-panel')).not.toContainText('could not be written')
    await this.page.keyboard.press('Escape')
  }

  /** Quits by the menu's own shortcut; gives the exit code. */
  async quit(): Promise<number | null> {
    const ended = once(this.#child, 'exit')
    await pressKeys('Taskscope', 'ctrl+q')
    const [code] = (await ended) as [number | null]
    await this.#browser.close()
    return code
  }

  /** Ends it, however it stands. */
  end(): void {
    if (this.#child.exitCode === null) this.#child.kill('SIGKILL')
  }
}
