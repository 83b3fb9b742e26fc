import type { RunId } from '#shared/model/ids.ts'
import type { Plan, PlannedGroup } from '#shared/model/plan.ts'
import type { Preset, TaskGroup } from '#shared/model/preset.ts'
import type { Run, RunPhase } from '#shared/model/run.ts'
import type { TaskTable } from '#shared/model/task-table.ts'
import { definedOptions } from '../../engine/run-options-schema.ts'
import { InputError } from '../../engine/input-error.ts'
import type { ReportHeader } from './header-schema.ts'
import type { SampleRows } from './sample-rows.ts'
import type { SliceRows } from './slice-rows.ts'
import type { TaskRows } from './task-rows.ts'

export interface ReportRows {
  readonly tasks: TaskRows
  readonly slices: SliceRows
  readonly samples: SampleRows
}

/** Groups follow each other without a gap, and rows have come for all of their tasks. */
function checkPlan(what: string, { taskCount, groups }: Plan, rows: number): void {
  let next = 0
  for (const [at, { firstTask, count }] of groups.entries()) {
    if (firstTask !== next) {
      throw new InputError(`${what}, plan.groups[${at}].firstTask: expected ${next}, got ${firstTask}.`)
    }
    next += count
  }
  if (taskCount !== next)
    throw new InputError(
      `${what}, plan.taskCount: expected ${next}, the tasks of its groups, got ${taskCount}.`,
    )
  if (rows !== taskCount) throw new InputError(`${what}, tasks: expected ${taskCount} tasks, got ${rows}.`)
}

/** A group as its preset had it: before the plan turned its target time into fixed work. */
function presetGroup(group: PlannedGroup): TaskGroup {
  const { name, kind, workload, count, parameters, priority, timeoutMs, cancelAfterMs } = group
  const given = Object.entries(parameters).filter(([key]) => !group.calibrated || key !== 'iterations')
  return {
    name,
    kind,
    workload,
    count,
    parameters: Object.fromEntries(given),
    priority,
    timeoutMs,
    cancelAfterMs,
  }
}

/** Earlier reports do not tell what the preset itself wanted: then it is what the run was given. */
function presetOf({ preset, plan, strategy, options }: ReportHeader): Preset {
  const { id, title, summary } = preset
  return {
    id,
    title,
    summary,
    strategy: preset.strategy ?? strategy,
    options: preset.options === undefined ? options : definedOptions(preset.options),
    groups: plan.groups.map(presetGroup),
  }
}

function phaseOf({ ending, message }: ReportHeader): RunPhase {
  return ending === 'broken' ? { kind: ending, message: message ?? '' } : { kind: ending }
}

/** Earlier reports do not tell until when they are complete: as late as anything in them, at least. */
function lastStampMs({ queuedMs, startedMs, finishedMs }: TaskTable, lastSampleMs: number): number {
  let lastMs = Math.max(0, lastSampleMs)
  for (const column of [queuedMs, startedMs, finishedMs]) {
    for (const stampMs of column) if (stampMs > lastMs) lastMs = stampMs
  }
  return lastMs
}

/** The run that a report's header and rows tell of. Throws an `InputError` where they contradict each other. */
export function assembleRun(what: string, header: ReportHeader, rows: ReportRows): Run {
  const { plan, slots } = header
  checkPlan(what, plan, rows.tasks.count)
  const wrong = slots.find(({ index }, at) => index !== at)
  if (wrong !== undefined) {
    const at = slots.indexOf(wrong)
    throw new InputError(`${what}, slots[${at}].index: expected ${at}, got ${wrong.index}.`)
  }
  const { startedAt, strategy, options, environment, measurement, preparationMs } = header
  const tasks = rows.tasks.table(plan, slots.length)
  return {
    header: {
      // Checked by the schema to be what a name of a run is made of.
      id: header.id as RunId,
      startedAt,
      preset: presetOf(header),
      plan,
      strategy,
      options,
      slots,
      environment,
      measurement,
      preparationMs,
    },
    tasks,
    slices: rows.slices.table(plan.taskCount, slots.length, header.slicesLeftOut),
    samples: rows.samples.table(header.sampleShape ?? null),
    failures: rows.tasks.failures,
    phase: phaseOf(header),
    nowMs: header.recordedUntilMs ?? lastStampMs(tasks, rows.samples.lastMs),
    droppedEvents: header.summary.droppedEvents,
  }
}
