import type { Finding } from '../../model/finding.ts'
import type { PlannedGroup } from '../../model/plan.ts'
import { texts } from '../../texts/texts.ts'
import { overlapMs } from '../sampled-time.ts'
import { percentile, sortedNumbers } from '../percentile.ts'
import { evidenceOf, worstOf } from './evidence.ts'
import type { RunFacts } from './run-facts.ts'
import { shareText, timeText } from './wording.ts'

/** Cores that became so much slower between the first and the last third of the run. */
const leastFrequencyDrop = 0.1
/** Like tasks that took so much more CPU time at the end than at the beginning. */
const leastSlowdown = 0.2
/** Fewer, or shorter ones, vary by more than that anyway. */
const fewestTasks = 15
const shortestMs = 2
/** Cores get hot, and hold back, over seconds. */
const shortestRunMs = 1000

interface Drift {
  readonly said: string
  readonly tasks: readonly number[]
}

/** Mean of the cores’ frequencies in a part of the run, in MHz; NaN where it was not read. */
function frequencyIn({ run: { samples } }: RunFacts, fromMs: number, toMs: number): number {
  let sum = 0
  let count = 0
  for (let row = 0; row < samples.count; row++) {
    if (overlapMs(samples, row, { fromMs, toMs }) === 0) continue
    for (const column of samples.coreFrequencyMhz) {
      const mhz = column[row] as number
      if (!(mhz > 0)) continue
      sum += mhz
      count++
    }
  }
  return sum / count
}

function frequencyDrift(facts: RunFacts): Drift | null {
  const { extent, makespanMs } = facts
  const third = makespanMs / 3
  const early = frequencyIn(facts, extent.fromMs, extent.fromMs + third)
  const late = frequencyIn(facts, extent.toMs - third, extent.toMs)
  const drop = 1 - late / early
  if (!(drop >= leastFrequencyDrop)) return null
  return {
    said: texts().machineFindings['frequency-drift'].frequency(
      Math.round(early),
      Math.round(late),
      shareText(drop),
    ),
    tasks: [],
  }
}

/** How the CPU time of a group’s tasks changed from the first third of them to the last, in order of start. */
function slowdownOf({ run: { tasks } }: RunFacts, group: PlannedGroup): Drift | null {
  if (group.kind !== 'cpu' || group.count < fewestTasks) return null
  const rows = Array.from({ length: group.count }, (_, at) => group.firstTask + at)
    .filter((task) => (tasks.onCpuMs[task] as number) >= shortestMs)
    .sort((one, other) => (tasks.startedMs[one] as number) - (tasks.startedMs[other] as number))
  const third = Math.floor(rows.length / 3)
  if (third * 3 < fewestTasks) return null
  const middleOf = (some: readonly number[]): number =>
    percentile(sortedNumbers(some.map((task) => tasks.onCpuMs[task] as number)), 0.5) ?? NaN
  const early = middleOf(rows.slice(0, third))
  const lateRows = rows.slice(-third)
  const late = middleOf(lateRows)
  if (!(late / early - 1 >= leastSlowdown)) return null
  const slowest = new Set(lateRows)
  return {
    said: texts().machineFindings['frequency-drift'].slowdown(
      texts().findingWords.quoted(group.name),
      timeText(early),
      timeText(late),
    ),
    tasks: worstOf(tasks.count, (task) => (slowest.has(task) ? (tasks.onCpuMs[task] as number) : 0)),
  }
}

/** The highest temperature of the run; null where none was read. */
function hottest({ run: { samples }, extent }: RunFacts): number | null {
  let most = -Infinity
  for (let row = 0; row < samples.count; row++) {
    const celsius = samples.temperatureCelsius[row] as number
    if (overlapMs(samples, row, extent) > 0 && celsius > most) most = celsius
  }
  return most === -Infinity ? null : most
}

/** The machine became slower while the run was under way: what ran late was not measured like what ran early. */
export function frequencyDrifted(facts: RunFacts): Finding | null {
  const { run, extent, makespanMs } = facts
  if (makespanMs < shortestRunMs) return null
  const slower = run.header.plan.groups.map((group) => slowdownOf(facts, group))
  const drifts = [frequencyDrift(facts), slower.find((drift) => drift !== null) ?? null].filter(
    (drift) => drift !== null,
  )
  if (drifts.length === 0) return null
  const celsius = hottest(facts)
  const words = texts().machineFindings['frequency-drift']
  return {
    id: 'frequency-drift',
    severity: 'advice',
    sentence: words.said(
      drifts.map(({ said }) => said),
      celsius === null ? null : Math.round(celsius),
    ),
    advice: words.advice,
    evidence: evidenceOf(facts, {
      fromMs: extent.toMs - makespanMs / 3,
      tasks: drifts.flatMap(({ tasks }) => tasks),
    }),
  }
}
