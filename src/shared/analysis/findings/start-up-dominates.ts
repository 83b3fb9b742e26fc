import type { Finding } from '../../model/finding.ts'
import { texts } from '../../texts/texts.ts'
import { evidenceOf } from './evidence.ts'
import type { RunFacts } from './run-facts.ts'
import { shareText, timeText } from './wording.ts'

/** A look at the machine at rest is part of every preparation and takes up to so long; it is not what starting costs. */
export const restMs = 250
/** Nothing ran for so much of the makespan at its beginning. */
const leastLeadShare = 0.25
const leastLeadMs = 10

/** Getting ready took longer than the work. */
export function startUpDominates(facts: RunFacts): Finding | null {
  const { run, makespanMs, extent } = facts
  const { startedMs, count } = run.tasks
  const { preparationMs } = run.header
  let firstMs = Infinity
  let first = -1
  for (let task = 0; task < count; task++) {
    if (!((startedMs[task] as number) < firstMs)) continue
    firstMs = startedMs[task] as number
    first = task
  }
  const leadMs = firstMs - extent.fromMs
  const words = texts().sizeFindings['start-up-dominates']
  const evidence = evidenceOf(facts, { toMs: firstMs, tasks: first < 0 ? [] : [first] })
  if (preparationMs - restMs > makespanMs) {
    return {
      id: 'start-up-dominates',
      severity: 'advice',
      sentence: words.preparation(timeText(preparationMs), timeText(makespanMs)),
      advice:
        run.header.strategy === 'processes'
          ? words.hybrid
          : run.header.slots.length > 1
            ? words.againOrFewer
            : words.again,
      evidence,
    }
  }
  if (!(leadMs >= leastLeadMs && leadMs >= makespanMs * leastLeadShare) || firstMs === Infinity) return null
  return {
    id: 'start-up-dominates',
    severity: 'advice',
    sentence: words.lead(timeText(leadMs), shareText(leadMs / makespanMs)),
    advice: run.header.slots.length > 1 ? words.fewerThreads : words.largerTasks,
    evidence,
  }
}
