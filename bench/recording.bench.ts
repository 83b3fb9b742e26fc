import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { estimatePairedRatio, type RatioPair } from '#shared/analysis/statistics/estimate-ratio.ts'
import { createSampleTable } from '#shared/model/sample.ts'
import { summarize } from '#shared/analysis/summary.ts'
import type { Bytes, Milliseconds } from '#shared/model/units.ts'
import type { Preset } from '#shared/model/preset.ts'
import type { Run } from '#shared/model/run.ts'
import type { Engine } from '../src/main/compose-engine.ts'
import { tablePieces } from '../src/main/runs/folder/table-pieces.ts'
import { RunWriters } from '../src/main/runs/folder/run-writers.ts'
import { createEngine, entriesFolder, runOnce } from './engine.ts'
import { median, printTable } from './table.ts'

const pairs = Number(process.env['TASKSCOPE_BENCH_PAIRS'] ?? 40)
/** What recording may add to the makespan. */
const mostRatio = 1.02
const samplesAnHour = 36_000
const facts = { origin: { kind: 'measured', by: 'command-line' }, taskscope: 'bench' } as const

/** Runs a preset to its end while it is saved; resolves when its folder is whole. */
async function runSaved(engine: Engine, writers: RunWriters, library: string, preset: Preset): Promise<Run> {
  let ending: Promise<unknown> = Promise.resolve()
  await writers.ready()
  const { finished } = engine.start(
    preset,
    'hybrid',
    {},
    {
      onPreparing: () => undefined,
      onBegun: (recorder) => {
        ending = writers.save(recorder, { folder: library, facts }).finished
      },
    },
  )
  const run = await finished
  expect(await ending).toEqual({ kind: 'saved', runId: run.header.id })
  return run
}

function bytesOf(folder: string, name = /./): Bytes {
  return readdirSync(folder)
    .filter((file) => name.test(file))
    .reduce((sum, file) => sum + statSync(join(folder, file)).size, 0)
}

const makespanOf = (run: Run): Milliseconds => summarize(run).makespanMs ?? NaN

test('tiny-tasks, saved while it goes on and not saved', async () => {
  const library = mkdtempSync(join(tmpdir(), 'taskscope-bench-'))
  const engine = createEngine()
  const writers = new RunWriters(entriesFolder)
  try {
    const preset = engine.presets.find('tiny-tasks')
    const bare = (): Promise<Run> => runOnce(engine, preset, 'hybrid')
    const saved = (): Promise<Run> => runSaved(engine, writers, library, preset)
    // The first runs start the threads and compile the code.
    await bare()
    await saved()
    const made: RatioPair[] = []
    let bytesPerTask = NaN
    for (let pair = 0; pair < pairs; pair++) {
      // Each goes first as often as the other.
      const first = pair % 2 === 0 ? await bare() : await saved()
      const second = pair % 2 === 0 ? await saved() : await bare()
      const [without, withIt] = pair % 2 === 0 ? [first, second] : [second, first]
      made.push({ from: makespanOf(without), to: makespanOf(withIt) })
      bytesPerTask = bytesOf(join(library, withIt.header.id)) / withIt.tasks.count
      rmSync(join(library, withIt.header.id), { recursive: true })
    }
    const { value, interval } = estimatePairedRatio(made)
    const between = interval === null ? '' : `${interval.low.toFixed(3)} to ${interval.high.toFixed(3)}`
    printTable(
      `tiny-tasks, ${pairs} pairs`,
      ['', 'makespan'],
      [
        ['not saved (peer)', `${median(made.map(({ from }) => from)).toFixed(0)} ms`],
        ['saved', `${median(made.map(({ to }) => to)).toFixed(0)} ms`],
        ['ratio', value.toFixed(3)],
        ['its 95 % interval', between],
        ['bytes a task', bytesPerTask.toFixed(1)],
      ],
    )
    expect(value).toBeLessThan(mostRatio)
  } finally {
    await writers.close()
    await engine.close()
    rmSync(library, { recursive: true, force: true })
  }
})

test('what an hour of samples takes', async () => {
  const library = mkdtempSync(join(tmpdir(), 'taskscope-bench-'))
  const engine = createEngine()
  const writers = new RunWriters(entriesFolder)
  try {
    const run = await runSaved(engine, writers, library, engine.presets.find('course-demo'))
    const samples = createSampleTable(run.samples, samplesAnHour)
    samples.count = samplesAnHour
    const hour = [...tablePieces({ ...run, samples }, 'samples')].reduce(
      (sum, piece) => sum + piece.length,
      0,
    )
    const measured = bytesOf(join(library, run.header.id), /^samples/)
    printTable(
      `samples of ${samples.cores} cores and ${samples.slots} slots`,
      ['', 'disk'],
      [
        ['a sample', `${(hour / samplesAnHour).toFixed(0)} bytes`],
        ['an hour at 10 Hz', `${(hour / 2 ** 20).toFixed(1)} MiB`],
        [`course-demo, ${run.samples.count} samples`, `${measured} bytes`],
      ],
    )
    // The values alone; nothing beside them makes up more than a tenth.
    const values = 16 * 8 + samples.cores * 8 + samples.slots * 10
    expect(hour / samplesAnHour / values).toBeLessThan(1.1)
  } finally {
    await writers.close()
    await engine.close()
    rmSync(library, { recursive: true, force: true })
  }
})
