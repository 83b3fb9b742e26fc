import { expect } from '@playwright/test'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { foreignBrowser, launchForeignBrowser, OpenedReport } from '../report-browser.ts'
import { OpenedApp } from './opened-app.ts'
import type { User } from './ordinary-user.ts'

/**
 * What everybody does first, the same for the development build and the installed app: open, run, export, look at it, close.
 * `isSandboxed`: whether the window's processes are expected to be.
 */
export async function smokeStory(
  program: string,
  args: readonly string[],
  user: User,
  isSandboxed: boolean,
): Promise<void> {
  const app = await OpenedApp.open(program, args, user)
  try {
    expect(await app.page.title()).toBe('Taskscope')
    await app.run('course-demo', 'hybrid')
    await expect(app.page.getByTestId('summary-makespan')).toContainText(' s')

    if (isSandboxed) expect(renderers(app.processId).map(seccompMode)).toEqual(['2'])

    const report = join(user.home, 'report.html')
    await app.exportHtml(report)
    expect(statSync(report).size).toBeGreaterThan(100_000)
    await look(report)

    expect(readdirSync(user.runs).length).toBeGreaterThan(0)
    expect(await app.quit()).toBe(0)
    expect(app.complaints).toEqual([])
  } finally {
    app.end()
  }
}

/** Opened in a browser that is not ours; where there is none, it is at least a page about that run. */
async function look(report: string): Promise<void> {
  expect(readFileSync(report, 'utf8')).toContain('course-demo')
  const browserPath = foreignBrowser()
  if (browserPath === null) return
  const browser = await launchForeignBrowser(browserPath)
  const opened = await OpenedReport.open(browser, report)
  await opened.waitForViewer()
  await opened.close()
  await browser.close()
}

interface RunningProcess {
  readonly id: number
  readonly parentId: number
  readonly command: string
}

/** The processes that hold pages, among all below that one. */
function renderers(rootId: number): readonly number[] {
  const processes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap(readProcess)
  const below = (id: number): readonly RunningProcess[] =>
    processes.filter(({ parentId }) => parentId === id).flatMap((child) => [child, ...below(child.id)])
  return below(rootId)
    .filter(({ command }) => command.includes('--type=renderer'))
    .map(({ id }) => id)
}

/** Empty when it has ended meanwhile. */
function readProcess(name: string): readonly RunningProcess[] {
  try {
    const parentId = Number(/^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${name}/status`, 'utf8'))?.[1])
    return [{ id: Number(name), parentId, command: readFileSync(`/proc/${name}/cmdline`, 'utf8') }]
  } catch {
    return []
  }
}

/** 2: the kernel lets it make only the calls that its sandbox allows (proc(5)). */
function seccompMode(id: number): string | undefined {
  return /^Seccomp:\s*(\d)/m.exec(readFileSync(`/proc/${id}/status`, 'utf8'))?.[1]
}
