import { afterAll, beforeAll, expect, test } from 'vitest'
import { demandsOf, replay } from '#shared/analysis/replay/replay-run.ts'
import { sizesWith } from '#shared/analysis/replay/replay-sizes.ts'
import { measuredMakespanMs, predictionError } from '#shared/analysis/replay/what-if.ts'
import type { Run } from '#shared/model/run.ts'
import type { Engine } from '../src/main/compose-engine.ts'
import { createEngine, runOnce } from './engine.ts'
import { median, printTable } from './table.ts'

let engine: Engine
beforeAll(() => void (engine = createEngine()))
afterAll(() => engine.close())

const rounds = 5
const mostError = 0.15

const runWith = (presetId: string, cpuWorkers: number): Promise<Run> =>
  runOnce(engine, engine.presets.find(presetId), 'hybrid', { cpuWorkers })

/** One prediction that a run made of another one. */
interface Check {
  readonly from: number
  readonly to: number
  readonly measuredMs: number
  readonly predictedMs: number
  readonly error: number
  /** Threads of other programs, while the source and while the target ran. */
  readonly competitors: readonly [number, number]
}

/**
 * What `source` says `target` would take. What other programs do is no matter of sizes but of the moment: the model is told what
 * they did while the target ran.
 */
function check(source: Run, target: Run): Check {
  const to = target.header.options.cpuWorkers
  const demands = demandsOf(source)
  const { competitors: others } = demandsOf(target).load
  const predictedMs = replay(
    { ...demands, load: { ...demands.load, competitors: others } },
    sizesWith(source, 'cpuWorkers', to),
  ).makespanMs
  const measuredMs = measuredMakespanMs(target)
  const error = predictionError(measuredMs, predictedMs)
  const competitors = [demands.load.competitors, others] as const
  return { from: source.header.options.cpuWorkers, to, measuredMs, predictedMs, error, competitors }
}

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`
const ms = (value: number): string => `${value.toFixed(0)} ms`

test.each(['cpu-saturation', 'mixed-pipeline'])(
  'a run of %s with one CPU worker predicts a run with two, and the other way round',
  async (presetId) => {
    // The first run compiles the code, which the later ones find compiled.
    await runWith(presetId, 2)
    const checks: Check[] = []
    for (let round = 0; round < rounds; round++) {
      const one = await runWith(presetId, 1)
      const two = await runWith(presetId, 2)
      checks.push(check(one, two), check(two, one))
    }
    // Medians: two runs of the very same size differ by a tenth and more, and that is no fault of the model.
    const medians = [1, 2].map((size) => {
      const ofSize = checks.filter(({ to }) => to === size)
      const measuredMs = median(ofSize.map((each) => each.measuredMs))
      const predictedMs = median(ofSize.map((each) => each.predictedMs))
      return { size, measuredMs, predictedMs, error: predictionError(measuredMs, predictedMs) }
    })
    printTable(
      `What a run of ${presetId} predicts for another number of CPU workers`,
      ['workers', 'predicted', 'measured', 'error', 'threads of others, then and then'],
      [
        ...checks.map(({ from, to, predictedMs, measuredMs, error, competitors }) => [
          `${from} to ${to}`,
          ms(predictedMs),
          ms(measuredMs),
          percent(error),
          competitors.map((threads) => threads.toFixed(1)).join(', '),
        ]),
        ...medians.map(({ size, predictedMs, measuredMs, error }) => [
          `median of ${rounds} for ${size}`,
          ms(predictedMs),
          ms(measuredMs),
          percent(error),
          '',
        ]),
      ],
    )
    for (const { error } of medians) expect(Math.abs(error)).toBeLessThanOrEqual(mostError)
  },
  300_000,
)
