import { _electron, type ElectronApplication } from '@playwright/test'
import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Api } from '#shared/ipc.ts'
import { launchVariables } from '../e2e/launch-variables.ts'

const root = join(import.meta.dirname, '..')
const stepMs = 50

/**
 * The app under a soak. The page is reached through the main process: a page that was killed comes back, while a test tool's own
 * connection to it does not.
 */
export class SoakApp {
  readonly electron: ElectronApplication
  readonly temporaryFolder: string
  readonly library: string

  private constructor(electron: ElectronApplication, folder: string) {
    this.electron = electron
    this.temporaryFolder = join(folder, 'temporary')
    this.library = join(folder, 'settings', 'runs')
  }

  /** Starts the built app with everything that it writes below `folder`. */
  static async launch(
    folder: string,
    variables: Readonly<Record<string, string>> = {},
    args: readonly string[] = [],
  ): Promise<SoakApp> {
    const settings = join(folder, 'settings')
    const temporaryFolder = join(folder, 'temporary')
    for (const made of [settings, temporaryFolder]) mkdirSync(made, { recursive: true })
    const electron = await _electron.launch({
      // Garbage is not growth.
      args: [root, `--user-data-dir=${settings}`, '--js-flags=--expose-gc', ...args],
      cwd: root,
      env: { ...launchVariables(settings), TMPDIR: temporaryFolder, ...variables },
    })
    const app = new SoakApp(electron, folder)
    await app.electron.firstWindow()
    await app.waitFor(async () => (await app.phase()) !== null, 'the page')
    return app
  }

  /** Evaluates an expression in the page; rejects where there is none just now. */
  async inPage<Result>(expression: string): Promise<Result> {
    const result: unknown = await this.electron.evaluate(
      ({ BrowserWindow }, code) =>
        BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(code) as unknown,
      expression,
    )
    // The caller's own expression says what it is.
    return result as Result
  }

  /** Asks the main process, as the page does. */
  ask<Name extends keyof Api>(
    name: Name,
    argument: Parameters<Api[Name]>[0],
  ): Promise<Awaited<ReturnType<Api[Name]>>> {
    return this.inPage(`window.api.${name}(${JSON.stringify(argument)})`)
  }

  /** How the run on screen stands; null: the page is not there just now. */
  async phase(): Promise<string | null> {
    // A page that was killed, or is being loaded, may never answer.
    const asked = this.inPage<string | null>(`document.querySelector('[data-phase]')?.dataset.phase ?? null`)
    return Promise.race([asked.catch(() => null), sleep(2_000, null, { ref: false })])
  }

  /** Waits until it holds; rejects after `limitMs` with what was waited for. */
  async waitFor(holds: () => Promise<boolean>, what: string, limitMs = 120_000): Promise<void> {
    const untilMs = performance.now() + limitMs
    while (!(await holds())) {
      if (performance.now() > untilMs) throw new Error(`Waited ${limitMs / 1000} s in vain for ${what}`)
      await sleep(stepMs)
    }
  }

  /** The window's process is killed, as by the system when memory is short. The app is to bring the page back. */
  async killPage(): Promise<void> {
    const processId = await this.electron.evaluate(
      ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0,
    )
    process.kill(processId, 'SIGKILL')
  }

  async reloadPage(): Promise<void> {
    await this.electron.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.reload(),
    )
  }

  /** Lets go of what nobody needs any more, in the main process and in the page. */
  async collectGarbage(): Promise<void> {
    await this.electron.evaluate(() => (globalThis as { gc?: () => void }).gc?.())
    await this.inPage('void globalThis.gc?.()')
  }

  /** Ids of the app's processes, by what they are: main, window, graphics, network … */
  processes(): Promise<readonly { readonly role: string; readonly processId: number }[]> {
    return this.electron.evaluate(({ app }) =>
      app.getAppMetrics().map(({ type, serviceName, name, pid }) => ({
        role: type === 'Browser' ? 'main' : type === 'Tab' ? 'window' : (name ?? serviceName ?? type),
        processId: pid,
      })),
    )
  }

  electronVersion(): Promise<string> {
    return this.electron.evaluate(() => process.versions.electron)
  }

  /** Files and folders of ours that lie in the temporary folder. */
  temporaryFiles(): number {
    return readdirSync(this.temporaryFolder, { recursive: true }).filter((path) =>
      String(path).startsWith('taskscope'),
    ).length
  }

  close(): Promise<void> {
    return this.electron.close()
  }
}
