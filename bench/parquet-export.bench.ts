import { expect, test } from 'vitest'
import { parquetReport } from '../src/main/reports/parquet-report.ts'
import { csvReport } from '../src/main/reports/csv-report.ts'
import type { Exporter, ExportFacts } from '../src/main/reports/exporter.ts'
import { noLabels } from '#shared/model/saved-run.ts'
import type { Run } from '#shared/model/run.ts'
import { largeRun } from './large-run.ts'
import { printTable } from './table.ts'

const facts: ExportFacts = {
  labels: noLabels,
  origin: { kind: 'measured', by: 'app' },
  taskscope: '0.0.0',
  exportedAt: '2026-11-22T08:00:00.000Z',
}

interface Measured {
  readonly seconds: number
  readonly megabytes: number
  /** How much larger the process became at most. */
  readonly growthMb: number
}

/** Makes all pieces and lets go of them, as an export does. */
async function measure(exporter: Exporter, run: Run): Promise<Measured> {
  const beforeBytes = process.memoryUsage.rss()
  let mostBytes = beforeBytes
  let bytes = 0
  const startedMs = performance.now()
  for (const { pieces } of exporter(run, facts)) {
    for await (const piece of pieces) {
      bytes += typeof piece === 'string' ? Buffer.byteLength(piece) : piece.length
      mostBytes = Math.max(mostBytes, process.memoryUsage.rss())
    }
  }
  const seconds = (performance.now() - startedMs) / 1000
  return { seconds, megabytes: bytes / 1e6, growthMb: (mostBytes - beforeBytes) / 1e6 }
}

test('a million tasks as Parquet', async () => {
  const rows: string[][] = []
  for (const hasCpuTimes of [false, true]) {
    const run = largeRun(1_000_000, { hasCpuTimes })
    for (const [name, exporter] of [
      ['parquet', parquetReport],
      ['peer: CSV', csvReport],
    ] as const) {
      const { seconds, megabytes, growthMb } = await measure(exporter, run)
      rows.push([
        `${name}, ${hasCpuTimes ? 'CPU times known' : 'CPU times not known'}`,
        seconds.toFixed(1),
        megabytes.toFixed(1),
        growthMb.toFixed(0),
      ])
      if (exporter === parquetReport) expect([seconds < 10, growthMb < 1000]).toEqual([true, true])
    }
  }
  printTable('A million tasks', ['as', 's', 'MB', 'memory MB'], rows)
})
