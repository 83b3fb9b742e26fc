import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium, type Browser } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loopHolds } from '#shared/analysis/loop-holds.ts'
import type { Exporter } from './exporter.ts'
import { fakeBusyRun } from './fake-busy-run.ts'
import { exportedText } from './fake-facts.ts'
import { speedscopeReport } from './speedscope-report.ts'
import { traceReport } from './trace-report.ts'

/** What speedscope saves of what it has read: its own understanding of the file, from its own stack of frames. */
interface Saved {
  readonly profiles: readonly {
    readonly name: string
    readonly events: readonly { readonly type: 'O' | 'C'; readonly frame: number; readonly at: number }[]
  }[]
}

// Debian's; the tests' set-up installs it.
const browserFile = '/usr/bin/chromium'
const page = pathToFileURL(createRequire(import.meta.url).resolve('speedscope/dist/release/index.html')).href

const hasBrowser = existsSync(browserFile)
if (!hasBrowser) console.warn('Skipped: there is no Chromium in which speedscope could open our files.')

describe.runIf(hasBrowser)('opened in speedscope’s own page', () => {
  let browser: Browser
  const folder = mkdtempSync(join(tmpdir(), 'taskscope-speedscope-'))

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: browserFile, args: ['--no-sandbox'] })
  })

  afterAll(async () => {
    await browser.close()
    rmSync(folder, { recursive: true })
  })

  /** Opens what an exporter wrote, has it saved again, and gives what was saved and what speedscope complained about. */
  async function savedAgain(exporter: Exporter, name: string): Promise<readonly [Saved, readonly string[]]> {
    const file = join(folder, name)
    writeFileSync(file, await exportedText(exporter, fakeBusyRun()))
    const tab = await browser.newPage()
    const complaints: string[] = []
    tab.on('console', (message) => {
      // Of its own drawing it always complains in a browser without graphics hardware.
      const isAboutGraphics = /WebGL|GL Driver/.test(message.text())
      if (['warning', 'error'].includes(message.type()) && !isAboutGraphics) complaints.push(message.text())
    })
    tab.on('pageerror', ({ message }) => complaints.push(message))
    await tab.goto(page)
    await tab.locator('input[type=file]').setInputFiles(file)
    const download = tab.waitForEvent('download')
    await tab.getByText('Export').click()
    // The browser forgets it with its page.
    const saved = readFileSync(await (await download).path(), 'utf8')
    await tab.close()
    return [JSON.parse(saved) as Saved, complaints]
  }

  /** For how long any frame was open in each profile. */
  const busy = ({ profiles }: Saved): readonly (readonly [string, number])[] =>
    profiles.map(({ name, events }) => {
      let depth = 0
      let sum = 0
      for (const { type, at } of events) {
        if (type === 'O' && depth++ === 0) sum -= at
        if (type === 'C' && --depth === 0) sum += at
      }
      return [name, Math.round(sum * 1e3) / 1e3]
    })

  const holds = loopHolds(fakeBusyRun()).get(1)
  const loopMs = Array.from(holds?.toMs ?? [], (toMs, row) => toMs - (holds?.fromMs[row] ?? 0)).reduce(
    (sum, ms) => sum + ms,
    0,
  )

  test('the speedscope file has each slot, busy for as long as it was', async () => {
    const [saved, complaints] = await savedAgain(speedscopeReport, 'run.speedscope.json')
    expect([busy(saved), complaints]).toEqual([
      [
        ['slot 0', 699],
        ['slot 1', loopMs],
        ['slot 2', 618],
      ],
      [],
    ])
  })

  test('the trace has the same, in microseconds, and no event that overlaps another', async () => {
    const [saved, complaints] = await savedAgain(traceReport, 'run.trace.json')
    expect([busy(saved), complaints]).toEqual([
      [
        // From the first to the last task that was queued, in batches.
        ['Taskscope (pid 1), scheduler (tid 1)', 1000.002],
        ['Taskscope (pid 1), slot 0 (tid 2)', 699_000],
        ['Taskscope (pid 1), slot 1 (tid 3)', loopMs * 1000],
        ['Taskscope (pid 1), slot 2 (tid 4)', 618_000],
      ],
      [],
    ])
  })
})
