import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { foreignBrowser, launchForeignBrowser } from '../e2e/report-browser.ts'
import { interactiveReport } from '../src/main/reports/interactive-report.ts'
import { readViewerParts } from '../src/main/reports/viewer-parts.ts'
import { root } from './engine.ts'
import { benchFacts } from './export-cost.ts'
import { largeRun } from './large-run.ts'
import { printTable } from './table.ts'

const rounds = 3

/** Milliseconds from when the page was asked for to when its lanes were drawn; the same without scripts, to the end of its loading. */
interface Opening {
  readonly drawnMs: number
  readonly documentMs: number
}

const median = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[values.length >> 1] ?? NaN

test.skipIf(foreignBrowser() === null)('a report of a million tasks opens in a browser', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'taskscope-bench-'))
  const file = join(folder, 'report.html')
  const [part] = interactiveReport(readViewerParts(join(root, 'out', 'viewer')))(
    largeRun(1_000_000, { hasCpuTimes: false }),
    benchFacts,
  )
  if (part === undefined) throw new Error('Expected a file')
  await writeFile(file, part.pieces)
  const url = pathToFileURL(file).href
  const browser = await launchForeignBrowser(foreignBrowser() ?? '')
  try {
    const openings: Opening[] = []
    for (let round = 0; round < rounds; round++) {
      const page = await browser.newPage({ viewport: { width: 1280, height: 860 } })
      await page.goto(url, { waitUntil: 'commit' })
      const drawnMs = await page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            const look = (): void => {
              const lanes = document.querySelector<HTMLCanvasElement>('[data-testid=tasks-track] canvas')
              const pixels = lanes?.getContext('2d')?.getImageData(lanes.width >> 1, 12, 1, 1).data
              if ((pixels?.[3] ?? 0) > 0) resolve(performance.now())
              else setTimeout(look, 10)
            }
            look()
          }),
      )
      await page.close()
      const context = await browser.newContext({ javaScriptEnabled: false })
      const reader = await context.newPage()
      const beginMs = performance.now()
      await reader.goto(url)
      openings.push({ drawnMs, documentMs: performance.now() - beginMs })
      await context.close()
    }
    const drawnMs = median(openings.map((opening) => opening.drawnMs))
    const documentMs = median(openings.map((opening) => opening.documentMs))
    printTable(
      `A report of a million tasks, ${(statSync(file).size / 1e6).toFixed(1)} MB, in a browser`,
      ['how', 'ms'],
      [
        ['interactive: until its lanes are drawn', drawnMs.toFixed(0)],
        ['peer: the same file without scripts, loaded', documentMs.toFixed(0)],
      ],
    )
    expect(drawnMs).toBeLessThan(3000)
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  }
})
