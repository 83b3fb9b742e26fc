import { expect, test } from 'vitest'
import { parquetReport } from '../src/main/reports/parquet-report.ts'
import { csvReport } from '../src/main/reports/csv-report.ts'
import { benchFacts, measureExport } from './export-cost.ts'
import { largeRun } from './large-run.ts'
import { printTable } from './table.ts'

test('a million tasks as Parquet', async () => {
  const rows: string[][] = []
  for (const hasCpuTimes of [false, true]) {
    const run = largeRun(1_000_000, { hasCpuTimes })
    for (const [name, exporter] of [
      ['parquet', parquetReport],
      ['peer: CSV', csvReport],
    ] as const) {
      const { seconds, megabytes, growthMb } = await measureExport(exporter(run, benchFacts))
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
