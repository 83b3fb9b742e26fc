import type { PlannedGroup, Plan } from '#shared/model/plan.ts'
import type { Preset, TaskGroup } from '#shared/model/preset.ts'
import type { Parameters } from '#shared/model/workload.ts'
import { estimateMs } from './estimate.ts'

/** True when planning needs to know this machine's speed. */
export function needsCalibration(preset: Preset): boolean {
  return preset.groups.some(isCalibrated)
}

function isCalibrated(group: TaskGroup): boolean {
  return group.workload === 'sqrt-loop' && 'targetMs' in group.parameters
}

function fixWork(group: TaskGroup, iterationsPerMs: number): Parameters {
  if (!isCalibrated(group)) return group.parameters
  const iterations = Math.max(1, Math.round(Number(group.parameters['targetMs']) * iterationsPerMs))
  return { ...group.parameters, iterations }
}

/**
 * The exact tasks of a run. Pure: the same preset, seed and speed give the same plan, whatever the strategy.
 * `iterationsPerMs` is used by calibrated groups only.
 */
export function planRun(preset: Preset, seed: number, iterationsPerMs: number): Plan {
  let taskCount = 0
  const groups = preset.groups.map((group): PlannedGroup => {
    const firstTask = taskCount
    taskCount += group.count
    const parameters = fixWork(group, iterationsPerMs)
    return { ...group, parameters, firstTask, estimateMs: estimateMs(group), calibrated: isCalibrated(group) }
  })
  return { seed, taskCount, groups }
}
