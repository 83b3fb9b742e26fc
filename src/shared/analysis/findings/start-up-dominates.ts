import type { Finding } from '../../model/finding.ts'
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
  const evidence = evidenceOf(facts, { toMs: firstMs, tasks: first < 0 ? [] : [first] })
  if (preparationMs - restMs > makespanMs) {
    return {
      id: 'start-up-dominates',
      severity: 'advice',
      sentence: `Getting ready (starting threads or processes, calibrating) took ${timeText(preparationMs)}, the tasks themselves ${timeText(makespanMs)}.`,
      advice:
        run.header.strategy === 'processes'
          ? 'Choose the Hybrid strategy, whose threads start sooner than processes, or give each start more work.'
          : run.header.slots.length > 1
            ? 'Run it again, as threads are kept from run to run, start fewer of them, or give each start more work.'
            : 'Run it again, as threads are kept from run to run, or give each start more work.',
      evidence,
    }
  }
  if (!(leadMs >= leastLeadMs && leadMs >= makespanMs * leastLeadShare) || firstMs === Infinity) return null
  return {
    id: 'start-up-dominates',
    severity: 'advice',
    sentence: `The first task started ${timeText(leadMs)} after the first was queued: ${shareText(leadMs / makespanMs)} of the makespan had passed by then.`,
    advice:
      run.header.slots.length > 1
        ? 'Start fewer threads or processes, or queue fewer and larger tasks.'
        : 'Queue fewer and larger tasks.',
    evidence,
  }
}
