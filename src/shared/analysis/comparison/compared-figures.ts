import type { ComparedFigures } from '../../model/comparison.ts'
import type { RunDigest } from '../../model/run-digest.ts'
import { medianOf } from '../statistics/median-of.ts'

/** Medians over a variant's runs of what is told beside the makespan. */
export function comparedFigures(runs: readonly RunDigest[]): ComparedFigures {
  const median = (read: (run: RunDigest) => number | null | undefined): number | null =>
    medianOf(runs.map((run) => read(run) ?? NaN))
  return {
    queueWaitP50Ms: median(({ summary }) => summary.queueWait.p50Ms),
    queueWaitP95Ms: median(({ summary }) => summary.queueWait.p95Ms),
    coresBusy: median(({ summary }) => summary.coresBusy),
    cpuMs: median(({ cpuMs }) => cpuMs),
    peakMemoryBytes: median(({ summary }) => summary.peakProcessMemoryBytes),
    ownShare: median(({ summary }) => summary.own?.shareOfMachine),
    idealRatio: median(({ summary }) => summary.idealRatio),
  }
}
