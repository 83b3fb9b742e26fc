import { expect, test, type Browser } from '@playwright/test'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { screenshotFolder } from './app.ts'
import { axeFindings } from './axe.ts'
import { foreignBrowser, launchForeignBrowser, makeReport, OpenedReport } from './report-browser.ts'

const executable = foreignBrowser()
test.skip(executable === null, 'no Chromium is installed on this system')
// One after the other: they read the same two reports, which are made once.
test.describe.configure({ mode: 'default' })

let folder: string
let browser: Browser
/** Files. */
let demo: string
let failures: string

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'taskscope-viewer-'))
  browser = await launchForeignBrowser(executable ?? '')
  demo = await makeReport(folder, 'course-demo')
  failures = await makeReport(folder, 'failures')
})

test.afterAll(async () => {
  await browser.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

test('a report is operated with the keyboard alone: zoomed, panned, fitted, found in, inspected', async () => {
  const report = await OpenedReport.open(browser, demo)
  const { page } = report
  await report.waitForViewer()
  const whole = await report.lanes()
  await page.keyboard.press('w')
  const zoomed = await report.lanes()
  expect(zoomed).not.toBe(whole)
  await page.keyboard.press('d')
  expect(await report.lanes()).not.toBe(zoomed)
  await page.keyboard.press('f')
  expect(await report.lanes()).toBe(whole)
  await page.keyboard.press('c')
  expect(await report.lanes()).not.toBe(whole)
  await page.keyboard.press('c')

  await page.keyboard.press('/')
  await expect(report.part('find')).toBeFocused()
  await page.keyboard.type('wait')
  await expect(report.part('find-count')).toHaveText('4 of 11 tasks')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(report.part('inspector')).toBeFocused()
  await expect(report.part('inspector')).toContainText('queue wait')
  await expect(report.part('selected-text')).toContainText('succeeded')
  await report.close()
})

test('a report is operated with the mouse: a task is picked in the picture, and its life told', async () => {
  const report = await OpenedReport.open(browser, demo)
  const { page } = report
  await report.waitForViewer()
  const lane = await report.part('tasks-track').getByTitle('cpu 1', { exact: true }).boundingBox()
  const plot = await report.part('tasks-track').locator('canvas').boundingBox()
  if (lane === null || plot === null) throw new Error('Expected the lane to be on screen')
  // The first computing task begins at once, and runs for a good part of the run.
  const at = { x: plot.x + plot.width * 0.1, y: lane.y + lane.height / 2 }
  await page.mouse.move(at.x, at.y)
  await page.mouse.click(at.x, at.y)
  await expect(report.part('selected-text')).toContainText(/compute \d selected: succeeded/)
  await expect(report.part('inspector-state')).toContainText('succeeded')

  await report.part('tab-time').click()
  await expect(report.part('inspector')).toContainText('unexplained')
  await report.part('tab-what-if').click()
  await expect(report.part('what-if-sentence')).toContainText(/cores?/)
  await report.part('tab-findings').click()
  const finding = report.part('inspector').getByRole('button').first()
  await finding.click()
  await expect(finding).toHaveAttribute('aria-pressed', 'true')

  await report.part('copy-table').click()
  await expect(page.getByText('Copied 11 rows')).toBeVisible()
  await report.close()
})

test('a report says what failed, and why', async () => {
  const report = await OpenedReport.open(browser, failures)
  await report.waitForViewer()
  await expect(report.part('phase')).toContainText('3 failed')
  await report.part('task-table').getByText('throws').click()
  await expect(report.part('inspector-failure')).not.toBeEmpty()
  await report.page.screenshot({ path: join(screenshotFolder, 'report-failures.png') })
  await report.close()
})

test('a report is light or dark as the system has it, or as its reader wants it', async () => {
  const report = await OpenedReport.open(browser, demo, { colorScheme: 'dark' })
  await report.waitForViewer()
  const ground = (): Promise<string> =>
    report.page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  expect(await ground()).toBe('rgb(22, 24, 28)')
  expect(await axeFindings(report.page, 'report, dark')).toEqual([])
  await report.page.screenshot({ path: join(screenshotFolder, 'report-dark.png') })
  const dark = await report.lanes()
  await report.part('theme-picker').selectOption('light')
  expect(await ground()).toBe('rgb(255, 255, 255)')
  expect(await axeFindings(report.page, 'report, light')).toEqual([])
  expect(await report.lanes()).not.toBe(dark)
  await report.close()
})

test('a report fits a narrow window, one part below the other', async () => {
  const report = await OpenedReport.open(browser, demo, { width: 700, height: 900 })
  await report.waitForViewer()
  expect(await report.page.evaluate(() => document.documentElement.scrollWidth)).toBe(700)
  const picture = await report.part('timeline').boundingBox()
  const table = await report.part('task-table').boundingBox()
  await report.part('inspector').scrollIntoViewIfNeeded()
  await expect(report.part('inspector')).toBeInViewport()
  expect(picture?.height).toBeGreaterThan(300)
  expect(table?.y).toBeGreaterThan((picture?.y ?? 0) + (picture?.height ?? 0))
  await report.page.screenshot({ path: join(screenshotFolder, 'report-narrow.png') })
  await report.close()
})

test('a report is a document as well: shown on demand, and always what is printed', async () => {
  const report = await OpenedReport.open(browser, demo)
  const { page } = report
  await report.waitForViewer()
  const heading = page.getByRole('heading', { name: 'Where the time went' })
  await expect(heading).toBeHidden()

  await page.emulateMedia({ media: 'print' })
  await expect(heading).toBeVisible()
  await expect(report.part('timeline')).toBeHidden()
  await page.emulateMedia({ media: 'screen' })
  await expect(report.part('timeline')).toBeVisible()

  await report.part('show-document').click()
  await expect(heading).toBeVisible()
  await expect(report.part('timeline')).toHaveCount(0)
  expect(await axeFindings(page, 'report, document')).toEqual([])
  // The page scrolls again.
  await heading.scrollIntoViewIfNeeded()
  await expect(heading).toBeInViewport()
  await report.part('show-viewer').click()
  await expect(report.part('timeline')).toBeVisible()
  await expect(heading).toBeHidden()
  await report.close()
})

test('a report can be read with scripts off: summary, picture and table', async () => {
  const report = await OpenedReport.open(browser, demo, { javaScriptEnabled: false })
  const { page } = report
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByText('makespan').first()).toBeVisible()
  await expect(page.getByRole('img', { name: /tasks|lane|cpu/i }).first()).toBeVisible()
  const table = page.getByRole('table').filter({ hasText: 'compute 1' }).first()
  await table.scrollIntoViewIfNeeded()
  await expect(table).toBeVisible()
  await expect(page.getByTestId('timeline')).toHaveCount(0)
  await page.screenshot({ path: join(screenshotFolder, 'report-document.png'), fullPage: true })
  await report.close()
})

test('a report that was damaged on its way says so, and is a document still', async () => {
  const html = readFileSync(demo, 'utf8')
  const damaged = join(folder, 'damaged.html')
  // The run is missing its second half.
  writeFileSync(damaged, html.replace(/(id="taskscope-columns">[^<]{1000})[^<]*/, '$1'))
  const report = await OpenedReport.open(browser, damaged)
  await expect(report.part('viewer-problem')).toContainText('The interactive view could not be opened')
  await expect(report.page.getByRole('heading', { name: 'Where the time went' })).toBeVisible()
  // It says the same to whoever looks for the cause.
  expect(report.complaints).toHaveLength(1)
  report.complaints.length = 0
  await report.close()
})
