import { reportSuffixes } from '#shared/model/report-format.ts'
import type { Run } from '#shared/model/run.ts'
import type { ExportFacts, Exporter } from './exporter.ts'
import { slotStretches } from './slots/slot-stretches.ts'
import { counterEvents } from './trace/counter-events.ts'
import { otherData } from './trace/other-data.ts'
import { outcomeMarks } from './trace/outcome-marks.ts'
import { slotEvents } from './trace/slot-events.ts'
import { TaskTexts } from './trace/task-args.ts'
import { TaskFlows } from './trace/task-flows.ts'
import { queueWaits, slotPairs, taskPairs } from './trace/task-pairs.ts'
import { TraceClock } from './trace/trace-clock.ts'
import { jsonList } from './trace/trace-text.ts'
import { threadNames } from './trace/trace-threads.ts'

function* traceJson(run: Run, facts: ExportFacts): Generator<string> {
  const clock = new TraceClock(run)
  const texts = new TaskTexts(run)
  const flows = new TaskFlows(run, clock)
  const stretches = slotStretches(run)
  const parts = { run, clock, texts, stretches, flows }
  const head = `{"displayTimeUnit":"ms","otherData":${JSON.stringify(otherData(run, facts, clock, flows))},"traceEvents":[`
  const sources = [
    threadNames(run),
    flows.batches(),
    ...[...stretches].map(([slot, ofSlot]) => slotEvents(run, slot, ofSlot, parts)),
    taskPairs(parts),
    queueWaits(parts),
    slotPairs(parts),
    outcomeMarks(run, clock, texts),
    ...counterEvents(run, clock),
  ]
  yield* jsonList(head, sources, '\n]}\n')
}

/**
 * The run in the JSON object form of the Trace Event Format, for Perfetto and whatever else reads that. Slots are threads; times are µs,
 * exact to the nanosecond. Tasks that had their slot to themselves are complete events (`X`), which never overlap on a thread; async
 * tasks, waits, queue waits, collections of garbage and blocked loops are nestable async pairs (`b`, `e`), each category with ids of its own;
 * samples are counters (`C`), endings other than success instants (`i`), and flows (`s`, `f`) lead from where a task was queued to where it ran.
 */
export const traceReport: Exporter = (run, facts) => [
  { suffix: reportSuffixes.trace[0], pieces: traceJson(run, facts) },
]
