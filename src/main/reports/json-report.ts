import { summarize } from '#shared/analysis/summary.ts'
import {
  jsonReportSchemaVersion,
  type JsonSample,
  type JsonSummary,
  type JsonTask,
} from '#shared/model/json-report.ts'
import { groupOf, taskName, taskSeed } from '#shared/model/plan.ts'
import type { Run } from '#shared/model/run.ts'
import type { RunSummary } from '#shared/model/summary.ts'
import { stateOf } from '#shared/model/task.ts'

/** JSON has no NaN: what is not known is null. */
function known(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value
}

function summaryForJson(summary: RunSummary): JsonSummary {
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

function taskForJson(run: Run, task: number): JsonTask {
  const { tasks, header, failures } = run
  const group = groupOf(header.plan, task)
  const slot = header.slots[tasks.slot[task] as number]
  return {
    id: task,
    name: taskName(header.plan, task),
    kind: group.kind,
    workload: group.workload,
    outcome: stateOf(tasks.state[task] as number),
    failure: failures.get(task) ?? null,
    slot: slot?.index ?? null,
    queuedMs: known(tasks.queuedMs[task]),
    startedMs: known(tasks.startedMs[task]),
    finishedMs: known(tasks.finishedMs[task]),
    onCpuMs: known(tasks.onCpuMs[task]),
    readyMs: known(tasks.readyMs[task]),
    checksum: known(tasks.checksum[task]),
    seed: taskSeed(header.plan.seed, task),
    starts: tasks.starts[task] as number,
  }
}

function sampleForJson(run: Run, row: number): JsonSample {
  const { samples } = run
  return {
    atMs: known(samples.atMs[row]),
    intervalMs: known(samples.intervalMs[row]),
    latenessMs: known(samples.latenessMs[row]),
    coreBusy: samples.coreBusy.map((column) => known(column[row])),
    memoryUsedBytes: known(samples.memoryUsedBytes[row]),
    memoryAvailableBytes: known(samples.memoryAvailableBytes[row]),
    processMemoryBytes: known(samples.processMemoryBytes[row]),
    samplerCpuMs: known(samples.samplerCpuMs[row]),
  }
}

function* listForJson(count: number, element: (at: number) => unknown): Generator<string> {
  for (let at = 0; at < count; at++) yield `${at === 0 ? '\n' : ',\n'}    ${JSON.stringify(element(at))}`
}

/**
 * The run as a JSON document (`docs/run-format.md`), piece by piece: a million tasks do not fit in one string comfortably.
 */
export function* jsonReport(run: Run): Generator<string> {
  const { header, phase } = run
  const { groups, ...plan } = header.plan
  const front = {
    schemaVersion: jsonReportSchemaVersion,
    kind: 'taskscope-run',
    id: header.id,
    startedAt: header.startedAt,
    ending: phase.kind,
    ...(phase.kind === 'broken' ? { message: phase.message } : {}),
    preset: { id: header.preset.id, title: header.preset.title, summary: header.preset.summary },
    strategy: header.strategy,
    options: header.options,
    environment: header.environment,
    preparationMs: header.preparationMs,
    plan: { ...plan, groups },
    slots: header.slots,
    summary: summaryForJson(summarize(run)),
  }
  // Open the object again, to go on after its last field.
  yield JSON.stringify(front, null, 2).replace(/\n\}$/, '')
  yield ',\n  "tasks": ['
  yield* listForJson(run.tasks.count, (task) => taskForJson(run, task))
  yield '\n  ],\n  "samples": ['
  yield* listForJson(run.samples.count, (row) => sampleForJson(run, row))
  yield '\n  ]\n}\n'
}
