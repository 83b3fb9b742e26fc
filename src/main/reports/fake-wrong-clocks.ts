import { fakeRandom } from '#shared/analysis/fake-random.ts'
import { randomRun } from '#shared/analysis/fake-run-random.ts'
import type { Run } from '#shared/model/run.ts'

/** Sixty random runs for tests; of every other one the clocks were wrong: tasks begin and end when they cannot have. */
export function runsOfAnyClocks(): Run[] {
  return Array.from({ length: 60 }, (_, at) => {
    const seed = at + 1
    const random = fakeRandom(seed)
    const run = randomRun(random)
    const { startedMs, finishedMs, count } = run.tasks
    for (let task = 0; task < count && seed % 2 === 0; task++) {
      // Thousandths that no double has exactly, and now and then far off.
      const shiftMs = (random(2_000) - 1_000) / 1e6 + (random(8) === 0 ? random(50) - 25 : 0)
      startedMs[task] = (startedMs[task] as number) + shiftMs
      finishedMs[task] = (finishedMs[task] as number) + shiftMs
    }
    return run
  })
}
