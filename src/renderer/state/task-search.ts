import { taskName, type Plan } from '#shared/model/plan.ts'

/** One flag per task: 1 where its name contains the query, whatever the case. Null: the query is empty, all match. */
export function findTasks(plan: Plan, query: string): Uint8Array | null {
  const wanted = query.trim().toLowerCase()
  if (wanted === '') return null
  const found = new Uint8Array(plan.taskCount)
  const mayBeNumber = /\d/.test(wanted)
  for (const group of plan.groups) {
    const { firstTask, count } = group
    if (group.name.toLowerCase().includes(wanted)) found.fill(1, firstTask, firstTask + count)
    else if (mayBeNumber) {
      for (let task = firstTask; task < firstTask + count; task++) {
        if (taskName(plan, task).toLowerCase().includes(wanted)) found[task] = 1
      }
    }
  }
  return found
}
