import type { Plan } from '#shared/model/plan.ts'
import type { Slot } from '#shared/model/slot.ts'
import { InputError } from '../../engine/input-error.ts'

/** Groups follow each other without a gap, and are all of the plan's tasks. Throws an `InputError`. */
export function checkPlan(what: string, { taskCount, groups }: Plan): void {
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
}

/** Each slot says its own position. Throws an `InputError`. */
export function checkSlots(what: string, slots: readonly Slot[]): void {
  for (const [at, { index }] of slots.entries()) {
    if (index !== at) throw new InputError(`${what}, slots[${at}].index: expected ${at}, got ${index}.`)
  }
}
