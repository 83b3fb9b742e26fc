import type { Trial } from '#shared/model/experiment.ts'
import type { JsonSummary } from '#shared/model/json-report.ts'
import type { RunDigest } from '#shared/model/run-digest.ts'
import type { FindingId, Severity } from '#shared/model/finding.ts'
import { summaryForJson } from '#shared/analysis/summary-for-json.ts'

/** One of `trials` of the JSON report of a comparison or a sweep. */
export interface JsonTrial
  extends Omit<Trial, 'run'>, Omit<RunDigest, 'id' | 'summary' | 'accounting' | 'findings'> {
  readonly runId: RunDigest['id']
  readonly label: string
  readonly summary: JsonSummary
  readonly findings: readonly { readonly id: FindingId; readonly severity: Severity }[]
}

/**
 * A measured run as the report has it: what the run's own report says in its summary. Accounts are left to the variants, and the sentences
 * of findings to their differences: a hundred runs of each variant would say the same again and again.
 */
export function trialForJson({ run, ...place }: Trial, label: string): JsonTrial {
  const { id, summary, findings } = run
  return {
    ...place,
    label,
    runId: id,
    startedAt: run.startedAt,
    presetId: run.presetId,
    presetTitle: run.presetTitle,
    strategy: run.strategy,
    options: run.options,
    taskCount: run.taskCount,
    ending: run.ending,
    environment: run.environment,
    work: run.work,
    targets: run.targets,
    iterationsPerMs: run.iterationsPerMs,
    fixedChecksum: run.fixedChecksum,
    checksum: run.checksum,
    cpuMs: run.cpuMs,
    othersCores: run.othersCores,
    summary: summaryForJson(summary),
    findings: findings.map(({ id: finding, severity }) => ({ id: finding, severity })),
  }
}
