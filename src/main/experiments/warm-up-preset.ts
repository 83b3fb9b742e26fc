import type { Preset, TaskGroup } from '#shared/model/preset.ts'
import type { RunOptions } from '#shared/model/run-options.ts'
import type { ParameterValue, WorkloadId } from '#shared/model/workload.ts'
import { strategies, type ExecutorId, type StrategyId } from '#shared/model/strategy.ts'
import { executorShapes } from '../engine/executor-shapes.ts'
import { planRun } from '../engine/plan-run.ts'

function slotsOf(preset: Preset, strategy: StrategyId, options: RunOptions): Map<ExecutorId, number> {
  // Neither the speed nor the folder matters to how many there are.
  const shapes = executorShapes(planRun(preset, options.seed, 1), strategy, options, '')
  return new Map(
    shapes.map((shape) => [shape.id, shape.kind === 'thread-pool' ? shape.threads : shape.processes]),
  )
}

/** Waiting warms nothing: what only takes time is cut to this much of each. */
const mostWaiting: Readonly<Partial<Record<WorkloadId, Readonly<Record<string, number>>>>> = {
  wait: { count: 20, ms: 5 },
  download: { latencyMs: 20, jitterMs: 0 },
}

function withoutWaiting(group: TaskGroup): TaskGroup {
  const most = mostWaiting[group.workload]
  if (most === undefined) return group
  const parameters = Object.entries(group.parameters).map(([name, value]): [string, ParameterValue] => {
    const limit = most[name]
    return [name, limit === undefined || typeof value !== 'number' ? value : Math.min(value, limit)]
  })
  return { ...group, parameters: Object.fromEntries(parameters) }
}

/**
 * The preset for a run that only warms up: of each group as many tasks as make every slot of its executor run one, and the others
 * do nothing; what only waits is cut short. They are still there, because the number of tasks decides on the threads, which are to stay for the runs that count.
 */
export function warmUpPreset(preset: Preset, strategy: StrategyId, options: RunOptions): Preset {
  const slots = slotsOf(preset, strategy, options)
  const groups = preset.groups.map(withoutWaiting).flatMap((group): TaskGroup[] => {
    const wanted = slots.get(strategies[strategy].placement[group.kind].executor) ?? group.count
    if (wanted >= group.count) return [group]
    return [
      { ...group, count: wanted },
      {
        ...group,
        name: `${group.name}, left out`,
        workload: 'no-op',
        parameters: {},
        count: group.count - wanted,
      },
    ]
  })
  return { ...preset, groups }
}
