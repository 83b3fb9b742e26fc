import { mostEvidence, type Evidence } from '../../model/finding.ts'
import type { SlotIndex, TaskIndex } from '../../model/ids.ts'
import type { RunMs } from '../../model/units.ts'
import type { RunFacts } from './run-facts.ts'

/**
 * The rows with the highest scores, the highest first, equal ones in their order; at most `most`. A row whose score is not
 * above 0 is no candidate. Looks at each row once.
 */
export function worstOf(count: number, scoreOf: (row: number) => number, most = mostEvidence): number[] {
  const rows: number[] = []
  const scores: number[] = []
  for (let row = 0; row < count; row++) {
    const score = scoreOf(row)
    if (!(score > 0) || (rows.length === most && score <= (scores[most - 1] as number))) continue
    let at = scores.length
    while (at > 0 && (scores[at - 1] as number) < score) at--
    scores.splice(at, 0, score)
    rows.splice(at, 0, row)
    if (rows.length > most) {
      scores.pop()
      rows.pop()
    }
  }
  return rows
}

/** The slots that tasks were in, each once, in lane order. */
export function slotsOf({ run }: RunFacts, tasks: readonly TaskIndex[]): SlotIndex[] {
  const slots = new Set(tasks.map((task) => run.tasks.slot[task] as number).filter((slot) => slot >= 0))
  return [...slots].sort((one, other) => one - other)
}

/** Evidence within the run’s extent. What is left out: the whole of the run, no tasks, the tasks’ slots. */
export function evidenceOf(
  facts: RunFacts,
  {
    fromMs = facts.extent.fromMs,
    toMs = facts.extent.toMs,
    tasks = [],
    slots = slotsOf(facts, tasks),
  }: {
    readonly fromMs?: RunMs
    readonly toMs?: RunMs
    readonly tasks?: readonly TaskIndex[]
    readonly slots?: readonly SlotIndex[]
  },
): Evidence {
  const { extent } = facts
  const within = (atMs: RunMs): RunMs => Math.min(extent.toMs, Math.max(extent.fromMs, atMs))
  return { fromMs: within(fromMs), toMs: within(toMs), tasks: tasks.slice(0, mostEvidence), slots }
}

/** From the first start to the last finish of some tasks. */
export function spanOf(
  { run: { tasks }, extent }: RunFacts,
  rows: readonly TaskIndex[],
): { readonly fromMs: RunMs; readonly toMs: RunMs } {
  let fromMs = Infinity
  let toMs = -Infinity
  for (const task of rows) {
    fromMs = Math.min(fromMs, tasks.startedMs[task] as number)
    toMs = Math.max(toMs, tasks.finishedMs[task] as number)
  }
  return fromMs <= toMs ? { fromMs, toMs } : extent
}
