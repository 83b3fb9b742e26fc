import { createGzip } from 'node:zlib'
import { Readable } from 'node:stream'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Run } from '#shared/model/run.ts'
import type { Pieces } from '../src/main/reports/exporter.ts'
import { interactiveReport } from '../src/main/reports/interactive-report.ts'
import { jsonReport } from '../src/main/reports/json-report.ts'
import { readViewerParts } from '../src/main/reports/viewer-parts.ts'
import { readHtmlRun } from '../src/main/runs/import/html-run.ts'
import { benchFacts } from './export-cost.ts'
import { largeRun } from './large-run.ts'
import { printTable } from './table.ts'

/** As large as the viewer may be, where it has not been built. */
const viewer = readViewerParts(join(import.meta.dirname, '..', 'out', 'viewer')) ?? {
  script: `/*${'x'.repeat(400_000)}*/`,
  style: '',
}

interface Measured {
  readonly seconds: number
  /** Of all threads: what it takes where nobody else is at work. */
  readonly cpuSeconds: number
  readonly megabytes: number
  /** How much larger the process became at most. */
  readonly growthMb: number
  readonly pieces: Buffer[]
}

async function measure(make: () => Pieces): Promise<Measured> {
  globalThis.gc?.()
  const beforeBytes = process.memoryUsage.rss()
  const beforeCpu = process.cpuUsage()
  const startedMs = performance.now()
  let mostBytes = beforeBytes
  const pieces: Buffer[] = []
  for await (const piece of make()) {
    pieces.push(Buffer.from(piece))
    mostBytes = Math.max(mostBytes, process.memoryUsage.rss())
  }
  const seconds = (performance.now() - startedMs) / 1000
  const cpu = process.cpuUsage(beforeCpu)
  const megabytes = pieces.reduce((sum, { length }) => sum + length, 0) / 1e6
  const growthMb = (mostBytes - beforeBytes) / 1e6
  return { seconds, cpuSeconds: (cpu.user + cpu.system) / 1e6, megabytes, growthMb, pieces }
}

/** The task columns, which are most of it; NaN is itself. */
function haveSameTasks(one: Run, other: Run): boolean {
  const names = [
    'queuedMs',
    'startedMs',
    'finishedMs',
    'onCpuMs',
    'readyMs',
    'checksum',
    'slot',
    'state',
  ] as const
  return names.every((name) =>
    one.tasks[name].every((value: number, row: number) => Object.is(value, other.tasks[name][row])),
  )
}

test('a million tasks as an HTML report, and back', async () => {
  const rows: string[][] = []
  /** Bars: megabytes, seconds, memory. */
  const kept: boolean[][] = []
  const row = (name: string, { seconds, cpuSeconds, megabytes, growthMb }: Measured): void => {
    rows.push([name, seconds.toFixed(1), cpuSeconds.toFixed(1), megabytes.toFixed(1), growthMb.toFixed(0)])
  }
  for (const hasCpuTimes of [false, true]) {
    const run = largeRun(1_000_000, { hasCpuTimes })
    const which = hasCpuTimes ? 'CPU times known' : 'CPU times not known'
    const html = await measure(() => interactiveReport(viewer)(run, benchFacts)[0]?.pieces ?? [])
    row(`html, ${which}`, html)
    const backs: Run[] = []
    const reading = await measure(async function* () {
      backs.push((await readHtmlRun('million.html', Buffer.concat(html.pieces))).run)
      yield ''
    })
    row('  reading it back', { ...reading, megabytes: html.megabytes })
    expect(backs.map((back) => haveSameTasks(run, back))).toEqual([true])
    row(
      '  peer: JSON report, gzip',
      await measure(() => Readable.from(jsonReport(run)).pipe(createGzip()) as AsyncIterable<Buffer>),
    )
    kept.push([html.megabytes <= 15, html.seconds < 10, html.growthMb < 1_000])
  }
  printTable('A million tasks', ['as', 's', 'CPU s', 'MB', 'memory MB'], rows)
  expect(kept).toEqual(kept.map((bars) => bars.map(() => true)))
})
