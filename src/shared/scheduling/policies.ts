import { assertNever } from '../assert-never.ts'
import type { PlannedGroup } from '../model/plan.ts'
import type { Policy } from '../model/run-options.ts'

/** What a policy sorts waiting tasks by: the smallest key starts first, equal keys in the order of submission. */
export function queueKeyOf(policy: Policy, group: Pick<PlannedGroup, 'priority' | 'estimateMs'>): number {
  switch (policy) {
    case 'fifo':
      return 0
    case 'priority':
      return -group.priority
    case 'shortest-first':
      // A task of unknown length may be long: after those that are known to be short.
      return group.estimateMs ?? Infinity
    case 'longest-first':
      // And before those that are known: what may be long had better begin early (Graham 1969, "LPT").
      return -(group.estimateMs ?? Infinity)
    default:
      return assertNever(policy)
  }
}
