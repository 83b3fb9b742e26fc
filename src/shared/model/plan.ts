import type { TaskIndex } from './ids.ts'
import type { TaskGroup } from './preset.ts'
import type { Milliseconds } from './units.ts'

/** A group of the plan: its tasks are `firstTask` to `firstTask + count - 1`. */
export interface PlannedGroup extends TaskGroup {
  readonly firstTask: TaskIndex
  /** Roughly how long one task takes where nothing holds it up; orders tasks, never reported. Null: no idea. */
  readonly estimateMs: Milliseconds | null
  /** True when a target time was turned into fixed work on this machine; `parameters` hold both. */
  readonly calibrated: boolean
}

/** The exact tasks of one run. Tasks are not objects: a million of them is a normal size. */
export interface Plan {
  readonly seed: number
  readonly taskCount: number
  readonly groups: readonly PlannedGroup[]
}

/** The position in `plan.groups` of the group that a task belongs to. */
export function groupIndexOf(plan: Plan, task: TaskIndex): number {
  let low = 0
  let high = plan.groups.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((plan.groups[middle]?.firstTask ?? Infinity) <= task) low = middle
    else high = middle - 1
  }
  return low
}

/** The group that a task belongs to. Throws on a task that the plan does not have. */
export function groupOf(plan: Plan, task: TaskIndex): PlannedGroup {
  const group = plan.groups[groupIndexOf(plan, task)]
  if (group === undefined || task < 0 || task >= plan.taskCount) {
    throw new Error(`Expected a task 0–${plan.taskCount - 1}, got ${task}`)
  }
  return group
}

/** What a person calls the task: the group's name, numbered from 1 where the group has several. */
export function taskName(plan: Plan, task: TaskIndex): string {
  const group = groupOf(plan, task)
  return group.count === 1 ? group.name : `${group.name} ${task - group.firstTask + 1}`
}

/** A task's own seed: 32 bits, the same for the same plan seed and position (a round of splitmix32). */
export function taskSeed(planSeed: number, task: TaskIndex): number {
  let mixed = (planSeed ^ Math.imul(task + 1, 0x9e3779b9)) >>> 0
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
  return (mixed ^ (mixed >>> 15)) >>> 0
}
