import type { Run } from '../../model/run.ts'
import type { Fraction, Milliseconds } from '../../model/units.ts'
import { busyCores, childCpuMs } from '../own-cost.ts'
import { runExtent, type RunExtent } from '../run-extent.ts'
import { beginOf, overlapMs, risenBy, sumWithin } from '../sampled-time.ts'
import { sizesOf } from './replay-sizes.ts'

/** What the machine did during a run apart from the run's tasks: they had to share the cores with it. */
export interface MachineLoad {
  /** Threads of other programs that were runnable all the time: so many compete for the cores. Rarely a whole number. */
  readonly competitors: number
  /** CPU time that the run cost its own process besides its tasks: server, collector, compiler, recorder. */
  readonly besidesMs: Milliseconds
}

const noLoad: MachineLoad = { competitors: 0, besidesMs: 0 }

/** Less than this is too little time to tell other programs' load from the clock tick in which cores are counted. */
const leastKnownMs: Milliseconds = 250

/** How fast the run's threads went, as shares of a core. */
interface Speeds {
  /** That of a thread that always wanted to run. */
  readonly measured: Fraction
  /** What it would have been without other programs: ours were that many at once. */
  readonly amongOurs: Fraction
}

/**
 * From what the slots' threads got and what they waited for. The slot whose thread wanted to run for the longest comes nearest to one
 * that always did; those that mostly sleep are treated otherwise by the operating system, better or worse.
 */
function speedsOf(run: Run, extent: RunExtent): Speeds {
  const { samples } = run
  let measured = 1
  let longestWantedMs = 0
  let mostOnCpuMs = 0
  let allOnCpuMs = 0
  for (let slot = 0; slot < samples.slots; slot++) {
    const ready = sumWithin(samples, extent, (row) => samples.slotReadyMs[slot]?.[row] ?? NaN)
    const onCpu = sumWithin(samples, extent, (row) => samples.slotOnCpuMs[slot]?.[row] ?? NaN)
    allOnCpuMs += onCpu.usedMs
    mostOnCpuMs = Math.max(mostOnCpuMs, onCpu.usedMs)
    const wantedMs = onCpu.usedMs + ready.usedMs
    if (ready.knownMs === 0 || !(wantedMs > longestWantedMs) || !(onCpu.usedMs > 0)) continue
    longestWantedMs = wantedMs
    measured = onCpu.usedMs / wantedMs
  }
  // So many would have run at once, each on a core of its own.
  const threadsAtOnce = mostOnCpuMs > 0 ? allOnCpuMs / mostOnCpuMs : 1
  return { measured, amongOurs: Math.min(1, sizesOf(run).cores / threadsAtOnce) }
}

/** From this share on, a machine is taken to be full: nobody can tell how much more its programs would have used. */
const fullShare = 0.9

/**
 * How many threads of other programs always wanted to run, if what they got was so many cores: at the speed that ours went, it takes
 * cores / speed of them. But where ours were many, they were slow through each other, and others may have had all that they wanted.
 * So if the machine was not full before the run, others are no more than were busy then, or were busy now, but for the
 * slowness that ours do not explain.
 */
function competitorsOf(run: Run, extent: RunExtent, othersCores: number): number {
  const { loadBeforeStart, cores } = run.header.environment
  const { measured, amongOurs } = speedsOf(run, extent)
  const hungry = othersCores / measured
  if (loadBeforeStart === null || loadBeforeStart >= fullShare) return hungry
  const content = Math.max(othersCores, loadBeforeStart * cores)
  return Math.min(hungry, content * Math.max(1, amongOurs / measured))
}

/** The load during a run; `tasksMs` is what its tasks and their hand-over used. Zero where samples do not tell. */
export function machineLoad(run: Run, tasksMs: Milliseconds): MachineLoad {
  const { samples } = run
  const extent = runExtent(run)
  if (extent === null) return noLoad
  const ours = (row: number): Milliseconds => risenBy(samples.processCpuMs, row) + childCpuMs(run, row)
  const others = sumWithin(
    samples,
    extent,
    (row) => busyCores(samples, row) * ((samples.atMs[row] as number) - beginOf(samples, row)) - ours(row),
  )
  let oursMs = 0
  for (let row = 0; row < samples.count; row++) {
    // Whole intervals: before and after the run the process has little to do.
    if (overlapMs(samples, row, extent) > 0 && !Number.isNaN(ours(row))) oursMs += ours(row)
  }
  const othersCores = others.knownMs >= leastKnownMs ? Math.max(0, others.usedMs / others.knownMs) : 0
  return {
    competitors: competitorsOf(run, extent, othersCores),
    besidesMs: Math.max(0, oursMs - tasksMs),
  }
}
