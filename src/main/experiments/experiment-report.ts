import { assertNever } from '#shared/assert-never.ts'
import type { ExperimentFormat } from '#shared/ipc.ts'
import type { Comparison } from '#shared/model/comparison.ts'
import type { ExperimentOutline } from '#shared/model/experiment-state.ts'
import type { Trial } from '#shared/model/experiment.ts'
import type { Scaling } from '#shared/model/scaling.ts'
import { comparisonCsv } from '../reports/experiments/comparison-csv.ts'
import { comparisonHtml } from '../reports/experiments/comparison-html.ts'
import { comparisonJson } from '../reports/experiments/comparison-json.ts'
import { scalingCsv } from '../reports/experiments/scaling-csv.ts'
import { runsOfScalingReport, scalingHtml } from '../reports/experiments/scaling-html.ts'
import { scalingJson } from '../reports/experiments/scaling-json.ts'
import type { RunSpool } from './run-spool.ts'

/** What a report is made of beside the result. */
interface Measured {
  readonly outline: ExperimentOutline
  readonly trials: readonly Trial[]
  readonly runs: Pick<RunSpool, 'readAll'>
}

/** A comparison's report, piece by piece. A typical run whose record is gone is left out of the pictures. */
export async function comparisonReport(
  comparison: Comparison,
  { outline, trials, runs }: Measured,
  format: ExperimentFormat,
): Promise<Iterable<string>> {
  switch (format) {
    case 'json':
      return comparisonJson(comparison, outline, trials)
    case 'csv':
      return comparisonCsv(outline, trials)
    case 'html': {
      const typical = comparison.variants.flatMap(({ typicalRun }) =>
        typicalRun === null ? [] : [typicalRun],
      )
      return comparisonHtml(comparison, outline, trials, await runs.readAll(typical))
    }
    default:
      return assertNever(format)
  }
}

/** A sweep's report, piece by piece. */
export async function scalingReport(
  scaling: Scaling,
  { outline, trials, runs }: Measured,
  format: ExperimentFormat,
): Promise<Iterable<string>> {
  switch (format) {
    case 'json':
      return scalingJson(scaling, outline, trials)
    case 'csv':
      return scalingCsv(outline, trials)
    case 'html':
      return scalingHtml(scaling, outline, trials, await runs.readAll(runsOfScalingReport(scaling)))
    default:
      return assertNever(format)
  }
}
