import type { TaskList } from '#shared/analysis/lanes.ts'
import type { TaskTable } from '#shared/model/task-table.ts'

/** What was found, and for how many tasks: a lane is looked through again only when it has more. */
const found = new WeakMap<TaskList, { readonly count: number; readonly isOne: boolean }>()

/** True when all tasks of a lane are of one family, so that their numbers alone tell them apart. */
export function hasOneGroup(list: TaskList, { group }: TaskTable): boolean {
  const known = found.get(list)
  if (known !== undefined && (known.count === list.count || !known.isOne)) return known.isOne
  const first = group[list.tasks[0] ?? 0]
  let isOne = true
  for (let position = 1; isOne && position < list.count; position++) {
    isOne = group[list.tasks[position] as number] === first
  }
  found.set(list, { count: list.count, isOne })
  return isOne
}
