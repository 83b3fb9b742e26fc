import type { Evidence } from '#shared/model/finding.ts'
import type { Run } from '#shared/model/run.ts'

/**
 * One flag per task: 1 for those that show the finding. Where it names slots only, the tasks that ran on them. Null: it is about
 * no task in particular, and none is to stand out.
 */
export function evidenceFlags({ tasks }: Pick<Run, 'tasks'>, evidence: Evidence): Uint8Array | null {
  const flags = new Uint8Array(tasks.count)
  if (evidence.tasks.length > 0) {
    for (const task of evidence.tasks) flags[task] = 1
    return flags
  }
  if (evidence.slots.length === 0) return null
  const slots = new Set(evidence.slots)
  let found = 0
  for (let task = 0; task < tasks.count; task++) {
    if (!slots.has(tasks.slot[task] as number)) continue
    flags[task] = 1
    found++
  }
  return found === 0 || found === tasks.count ? null : flags
}
