import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { percentile, sortedNumbers } from '#shared/analysis/percentile.ts'
import { demandsOf, replay } from '#shared/analysis/replay/replay-run.ts'
import { sizesWith } from '#shared/analysis/replay/replay-sizes.ts'
import { measuredMakespanMs, predictionError } from '#shared/analysis/replay/what-if.ts'
import type { Run } from '#shared/model/run.ts'
import { Engine } from '../compose-engine.ts'

// The threads run the built entries: Node 20 cannot start one from TypeScript.
const entries = fileURLToPath(new URL('../../../out/main', import.meta.url))
const resources = fileURLToPath(new URL('../../../resources', import.meta.url))
let engine: Engine
beforeAll(() => void (engine = new Engine({ entries, resources })))
afterAll(() => engine.close())

const rounds = 3
const mostError = 0.15
/** Where more than this competes for the cores, what is compared is other programs' doings, too. */
const mostCompetitors = 0.5
const mostErrorOnBusyMachine = 0.4

function runWith(presetId: string, cpuWorkers: number): Promise<Run> {
  const preset = engine.presets.find(presetId)
  const observer = { onPreparing: () => undefined, onBegun: () => undefined }
  return engine.start(preset, 'hybrid', { cpuWorkers }, observer).finished
}

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

function print(presetId: string, checks: readonly Check[]): void {
  const ms = (value: number): string => `${value.toFixed(0)} ms`.padStart(9)
  const lines = checks.map(
    ({ from, to, measuredMs, predictedMs, error, competitors }) =>
      `  ${from} -> ${to}   ${ms(predictedMs)}  ${ms(measuredMs)}  ${(error * 100).toFixed(1).padStart(6)} %  ${competitors.map((threads) => threads.toFixed(1)).join(', ')}`,
  )
  console.log([`${presetId}, CPU workers   predicted   measured     error   others`, ...lines].join('\n'))
}

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
    print(presetId, checks)
    for (const size of [1, 2]) {
      const ofSize = checks.filter(({ to }) => to === size)
      const quiet = ofSize.filter(({ competitors }) => Math.max(...competitors) <= mostCompetitors)
      const judged = quiet.length > 0 ? quiet : ofSize
      // Medians: two runs of the very same size differ by a tenth and more, and that is no fault of the model.
      const median = (values: readonly number[]): number => percentile(sortedNumbers(values), 0.5) ?? NaN
      const error = predictionError(
        median(judged.map(({ measuredMs }) => measuredMs)),
        median(judged.map(({ predictedMs }) => predictedMs)),
      )
      console.log(`  median for ${size}: ${(error * 100).toFixed(1)} %`)
      expect(Math.abs(error), `${size} CPU workers`).toBeLessThanOrEqual(
        quiet.length > 0 ? mostError : mostErrorOnBusyMachine,
      )
    }
  },
  300_000,
)
