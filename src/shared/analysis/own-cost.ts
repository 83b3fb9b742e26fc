import type { Run } from '../model/run.ts'
import type { SampleTable } from '../model/sample.ts'
import type { OwnCost } from '../model/summary.ts'
import type { Fraction } from '../model/units.ts'
import { runExtent } from './run-extent.ts'
import { beginOf, risenBy, sumWithin } from './sampled-time.ts'

/** Beyond this share of the whole machine, what is measured is to a good part Taskscope itself. */
export const mostOwnShareOfMachine: Fraction = 0.05

const orZero = (value: number): number => (Number.isNaN(value) ? 0 : value)

/** What Taskscope used within each sample's interval: main thread, sampler and, where there is one, window. In ms. */
export function ownCpuMs(samples: SampleTable, row: number): number {
  return (
    risenBy(samples.mainThreadCpuMs, row) +
    risenBy(samples.samplerCpuMs, row) +
    orZero(risenBy(samples.windowCpuMs, row))
  )
}

/**
 * What Taskscope itself used while the run's tasks were in its hands, from the samples that cover that time. Null while fewer than
 * two samples do, and where the platform does not tell.
 */
export function ownCost(run: Run): OwnCost | null {
  const extent = runExtent(run)
  if (extent === null) return null
  const { samples } = run
  const total = sumWithin(samples, extent, (row) => ownCpuMs(samples, row))
  if (total.knownMs === 0) return null
  const ofKnown = (column: Float64Array): number =>
    sumWithin(samples, extent, (row) =>
      Number.isNaN(ownCpuMs(samples, row)) ? NaN : orZero(risenBy(column, row)),
    ).usedMs
  const hasWindow = sumWithin(samples, extent, (row) => risenBy(samples.windowCpuMs, row)).knownMs > 0
  const hasAnatomy = sumWithin(samples, extent, (row) => risenBy(samples.anatomyCpuMs, row)).knownMs > 0
  const shareOfCore = total.usedMs / total.knownMs
  return {
    mainThreadMs: ofKnown(samples.mainThreadCpuMs),
    samplerMs: ofKnown(samples.samplerCpuMs),
    windowMs: hasWindow ? ofKnown(samples.windowCpuMs) : null,
    totalMs: total.usedMs,
    anatomyMs: hasAnatomy ? ofKnown(samples.anatomyCpuMs) : null,
    passedMs: total.knownMs,
    shareOfCore,
    shareOfMachine: shareOfCore / run.header.environment.cores,
  }
}

/** By sample; `known`: the values of the first samples, from before there were more. */
function bySample(count: number, known: Float64Array, valueOf: (row: number) => number): Float64Array {
  const values = new Float64Array(count)
  values.set(known)
  for (let row = known.length; row < count; row++) values[row] = valueOf(row)
  return values
}

const noneKnown: Float64Array = new Float64Array(0)

/**
 * By sample: what Taskscope itself used, as a share of one core; NaN where that is not known. `known`: what this gave when the run
 * had fewer samples.
 */
export function ownCostShares(samples: SampleTable, known = noneKnown): Float64Array {
  return bySample(
    samples.count,
    known,
    (row) => ownCpuMs(samples, row) / ((samples.atMs[row] as number) - beginOf(samples, row)),
  )
}

/** CPU time of the child processes that run tasks, within one sample's interval, in ms: the process's own does not hold it. */
export function childCpuMs(run: Run, row: number): number {
  let sumMs = 0
  for (const { index, executor } of run.header.slots) {
    if (executor === 'processes') sumMs += orZero(run.samples.slotOnCpuMs[index]?.[row] ?? NaN)
  }
  return sumMs
}

/** How many cores were busy in a sample's interval, with whatever; NaN where one of them could not be read. */
export function busyCores({ coreBusy }: SampleTable, row: number): number {
  if (coreBusy.length === 0) return NaN
  let busy = 0
  for (const column of coreBusy) busy += column[row] as number
  return busy
}

/**
 * By sample: how many cores other programs kept busy. All that was busy less what the process, its child processes and its window
 * used; never below 0, although the clock tick in which cores are counted would have it so at times. NaN where it is not known.
 * `known`: what this gave when the run had fewer samples.
 */
export function othersShares(run: Run, known = noneKnown): Float64Array {
  const { samples } = run
  return bySample(samples.count, known, (row) => {
    const intervalMs = (samples.atMs[row] as number) - beginOf(samples, row)
    const oursMs =
      risenBy(samples.processCpuMs, row) + orZero(risenBy(samples.windowCpuMs, row)) + childCpuMs(run, row)
    return Math.max(0, busyCores(samples, row) - oursMs / intervalMs)
  })
}
