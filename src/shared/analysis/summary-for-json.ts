import type { JsonSummary } from '../model/json-report.ts'
import type { RunSummary } from '../model/summary.ts'

/** The summary with the names that JSON gives it. */
export function summaryForJson(summary: RunSummary): JsonSummary {
  const { outcomes, ideal, unfinished, ...rest } = summary
  return {
    ...rest,
    idealBoundMs: ideal?.ms ?? null,
    idealBinding: ideal?.binding ?? null,
    idealBasis: ideal?.basis ?? null,
    tasks: {
      succeeded: outcomes.succeeded,
      failed: outcomes.failed,
      cancelled: outcomes.cancelled,
      timedOut: outcomes['timed-out'],
      unfinished,
    },
  }
}
