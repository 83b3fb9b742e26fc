import { chromium, expect, type Browser, type Locator, type Page } from '@playwright/test'
import { execFile } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'

const commandLine = join(import.meta.dirname, '..', 'out', 'main', 'cli.js')
const run = promisify(execFile)

/** A browser that is not ours: the system's, else the one of the test runner. Null: there is none. */
export function foreignBrowser(): string | null {
  const known = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
  return [...known, chromium.executablePath()].find((path) => existsSync(path)) ?? null
}

export async function launchForeignBrowser(executablePath: string): Promise<Browser> {
  // Tests may run as root, whom the browser's sandbox does not take.
  return chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
}

/** Runs a preset on the command line, and gives the path of its HTML report. */
export async function makeReport(folder: string, preset: string): Promise<string> {
  const into = join(folder, preset)
  const args = ['run', preset, '--no-save', '--quiet', '--out', into, '--formats', 'html']
  // Tasks that fail are what some presets are about; the command line tells by its exit code.
  await run(process.execPath, [commandLine, ...args]).catch((error: unknown) => {
    if (!existsSync(into)) throw error
  })
  const [file] = readdirSync(into)
  if (file === undefined) throw new Error(`Expected a report in ${into}`)
  return join(into, file)
}

export interface ReportWindow {
  readonly javaScriptEnabled?: boolean
  readonly colorScheme?: 'light' | 'dark'
  readonly width?: number
  readonly height?: number
}

/** A report as its reader knows it: a file, opened in a browser without a network. */
export class OpenedReport {
  readonly page: Page
  /** Everything that the browser complained about, violations of the page's own policy included. */
  readonly complaints: string[] = []
  /** Whatever the page asked for but itself. */
  readonly requests: string[] = []

  private constructor(page: Page, url: string) {
    this.page = page
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') this.complaints.push(message.text())
    })
    page.on('pageerror', (error) => this.complaints.push(error.message))
    page.on('request', (request) => {
      if (request.url() !== url) this.requests.push(request.url())
    })
  }

  static async open(browser: Browser, file: string, window: ReportWindow = {}): Promise<OpenedReport> {
    const { width = 1280, height = 860, javaScriptEnabled = true, colorScheme = 'light' } = window
    const context = await browser.newContext({ viewport: { width, height }, javaScriptEnabled, colorScheme })
    await context.setOffline(true)
    const url = pathToFileURL(file).href
    const report = new OpenedReport(await context.newPage(), url)
    await report.page.goto(url)
    return report
  }

  part(testId: string): Locator {
    return this.page.getByTestId(testId)
  }

  /** Waits until the interactive view is there, with all that it works out about the run. */
  async waitForViewer(): Promise<void> {
    await expect(this.part('timeline')).toBeVisible()
    await expect(this.part('tab-findings')).toContainText('(')
  }

  /** Picture of the lanes, once it stays as it is. */
  async lanes(): Promise<string> {
    const shot = async (): Promise<string> => (await this.part('tasks-track').screenshot()).toString('base64')
    let last = await shot()
    await expect
      .poll(async () => {
        const before = last
        last = await shot()
        return last === before
      })
      .toBe(true)
    return last
  }

  /** Closes it, which must have asked for nothing and complained of nothing. */
  async close(): Promise<void> {
    await this.page.context().close()
    expect(this.requests).toEqual([])
    expect(this.complaints).toEqual([])
  }
}
