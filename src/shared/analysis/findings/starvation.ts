import type { Finding } from '../../model/finding.ts'
import type { TaskIndex } from '../../model/ids.ts'
import type { ExecutorId } from '../../model/strategy.ts'
import type { Milliseconds } from '../../model/units.ts'
import { texts } from '../../texts/texts.ts'
import { percentile, sortedNumbers } from '../percentile.ts'
import { evidenceOf, worstOf } from './evidence.ts'
import { executorOfGroups } from './executor-facts.ts'
import type { RunFacts } from './run-facts.ts'
import { slotOfExecutor, taskText, timeText } from './wording.ts'

/** It was passed by so many … */
const fewestPassed = 10
/** … waited so many times what those waited … */
const leastTimesOthers = 1.5
/** … and being passed cost it so much of the makespan. */
const leastShare = 0.25
const leastMs = 20

/** Tasks of one executor, in the order in which they were queued, and when they started. */
interface Line {
  readonly executor: ExecutorId
  readonly tasks: readonly TaskIndex[]
  /** By position in the line: how much earlier it would have started had everybody kept their place. */
  readonly lostMs: readonly Milliseconds[]
}

function linesOf({ run }: RunFacts): Line[] {
  const { tasks } = run
  const executorOf = executorOfGroups(run)
  const byExecutor = new Map<ExecutorId, TaskIndex[]>()
  for (let task = 0; task < tasks.count; task++) {
    const executor = executorOf[tasks.group[task] as number]
    if (executor === undefined || Number.isNaN(tasks.startedMs[task])) continue
    const line = byExecutor.get(executor)
    if (line === undefined) byExecutor.set(executor, [task])
    else line.push(task)
  }
  return [...byExecutor].map(([executor, line]) => {
    // In order of task already, but for those that were put back: a stable sort of what is nearly sorted is quick.
    const inOrder = line.sort(
      (a, b) => (tasks.queuedMs[a] as number) - (tasks.queuedMs[b] as number) || a - b,
    )
    const starts = Float64Array.from(inOrder, (task) => tasks.startedMs[task] as number).sort()
    const lostMs = inOrder.map((task, place) => (tasks.startedMs[task] as number) - (starts[place] as number))
    return { executor, tasks: inOrder, lostMs }
  })
}

/** A task waited while many that came after it were taken before it. */
export function starvation(facts: RunFacts): Finding | null {
  const { run, makespanMs, extent } = facts
  const { tasks, header } = run
  const waitOf = (task: TaskIndex): Milliseconds =>
    (tasks.startedMs[task] as number) - (tasks.queuedMs[task] as number)
  const least = Math.max(leastMs, makespanMs * leastShare)
  for (const line of linesOf(facts)) {
    const places = worstOf(line.tasks.length, (place) => {
      const lost = line.lostMs[place] as number
      return lost >= least ? lost : 0
    })
    const place = places[0]
    const task = place === undefined ? undefined : line.tasks[place]
    if (place === undefined || task === undefined) continue
    const startedMs = tasks.startedMs[task] as number
    const passedBy = line.tasks
      .slice(place + 1)
      .filter((other) => (tasks.startedMs[other] as number) < startedMs)
    const othersMs = percentile(sortedNumbers(passedBy.map(waitOf)), 0.5)
    if (passedBy.length < fewestPassed || othersMs === null || waitOf(task) < othersMs * leastTimesOthers) {
      continue
    }
    const { policy } = header.options
    const words = texts().taskFindings.starvation
    return {
      id: 'starvation',
      // An order by length does this on purpose.
      severity: policy === 'longest-first' || policy === 'shortest-first' ? 'note' : 'advice',
      sentence: words.said({
        task: taskText(run, task),
        wait: timeText(waitOf(task)),
        slot: slotOfExecutor(line.executor),
        passedBy: passedBy.length,
        theirs: timeText(othersMs),
      }),
      advice: policy === 'fifo' ? words.ownExecutor : words.fifo,
      evidence: evidenceOf(facts, {
        fromMs: Math.max(extent.fromMs, tasks.queuedMs[task] as number),
        toMs: startedMs,
        tasks: places.map((at) => line.tasks[at] ?? task),
      }),
    }
  }
  return null
}
