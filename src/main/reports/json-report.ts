import { accountRun } from '#shared/analysis/account-run.ts'
import { criticalChain } from '#shared/analysis/critical-chain.ts'
import { findFindings } from '#shared/analysis/findings.ts'
import { summarize } from '#shared/analysis/summary.ts'
import { jsonReportSchemaVersion } from '#shared/model/json-report.ts'
import type { Preset } from '#shared/model/preset.ts'
import type { Run } from '#shared/model/run.ts'
import { sampleForJson } from './json/sample-for-json.ts'
import { sliceForJson } from './json/slice-for-json.ts'
import { summaryForJson } from '#shared/analysis/summary-for-json.ts'
import { taskForJson } from './json/task-for-json.ts'

/** A field that is a list, one element to a line. */
function* listForJson(name: string, count: number, element: (at: number) => unknown): Generator<string> {
  yield `,\n  "${name}": [`
  for (let at = 0; at < count; at++) yield `${at === 0 ? '\n' : ',\n'}    ${JSON.stringify(element(at))}`
  yield '\n  ]'
}

/** What the plan does not tell of its preset. */
function presetForJson({ id, title, summary, strategy, options }: Preset): Omit<Preset, 'groups'> {
  return { id, title, summary, strategy, options }
}

/**
 * The run as a JSON document (`docs/run-format.md`), piece by piece: a million tasks do not fit in one string comfortably.
 */
export function* jsonReport(run: Run): Generator<string> {
  const { header, phase, tasks, slices, samples } = run
  const { groups, ...plan } = header.plan
  const chain = criticalChain(run)
  const findings = findFindings(run)
  const front = {
    schemaVersion: jsonReportSchemaVersion,
    kind: 'taskscope-run',
    id: header.id,
    startedAt: header.startedAt,
    ending: phase.kind,
    ...(phase.kind === 'broken' ? { message: phase.message } : {}),
    preset: presetForJson(header.preset),
    strategy: header.strategy,
    options: header.options,
    environment: header.environment,
    measurement: header.measurement,
    preparationMs: header.preparationMs,
    plan: { ...plan, groups },
    slots: header.slots,
    summary: summaryForJson(summarize(run)),
    accounting: accountRun(run),
    slicesLeftOut: slices.leftOut,
    recordedUntilMs: run.nowMs,
    sampleShape: { cores: samples.cores, slots: samples.slots },
  }
  // Open the object again, to go on after its last field.
  yield JSON.stringify(front, null, 2).replace(/\n\}$/, '')
  yield* listForJson('findings', findings.length, (at) => findings[at])
  yield* listForJson('criticalChain', chain.length, (at) => chain[at])
  yield* listForJson('tasks', tasks.count, (task) => taskForJson(run, task))
  yield* listForJson('slices', slices.count, (row) => sliceForJson(slices, row))
  yield* listForJson('samples', samples.count, (row) => sampleForJson(samples, row))
  yield '\n}\n'
}
