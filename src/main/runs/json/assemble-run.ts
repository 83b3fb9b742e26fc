import type { RunId } from '#shared/model/ids.ts'
import type { PlannedGroup } from '#shared/model/plan.ts'
import type { Preset, TaskGroup } from '#shared/model/preset.ts'
import type { Run, RunPhase } from '#shared/model/run.ts'
import { definedOptions } from '../../engine/run-options-schema.ts'
import { InputError } from '../../engine/input-error.ts'
import { checkPlan, checkSlots } from '../reading/check-plan.ts'
import { lastStampMs } from '../reading/last-stamp.ts'
import type { ReportHeader } from './header-schema.ts'
import type { SampleRows } from './sample-rows.ts'
import type { SliceRows } from './slice-rows.ts'
import type { TaskRows } from './task-rows.ts'

export interface ReportRows {
  readonly tasks: TaskRows
  readonly slices: SliceRows
  readonly samples: SampleRows
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

/** The run that a report's header and rows tell of. Throws an `InputError` where they contradict each other. */
export function assembleRun(what: string, header: ReportHeader, rows: ReportRows): Run {
  const { plan, slots } = header
  checkPlan(what, plan)
  if (rows.tasks.count !== plan.taskCount)
    throw new InputError(`${what}, tasks: expected ${plan.taskCount} tasks, got ${rows.tasks.count}.`)
  checkSlots(what, slots)
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
    // Earlier reports do not tell until when they are complete.
    nowMs: header.recordedUntilMs ?? lastStampMs(tasks, rows.samples.lastMs),
    droppedEvents: header.summary.droppedEvents,
  }
}
