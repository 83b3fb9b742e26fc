import { sliceKind } from '../model/slice.ts'
import type { Slot } from '../model/slot.ts'
import type { Milliseconds } from '../model/units.ts'
import { endOf, type AccountFacts } from './account-facts.ts'
import { addGap } from './account-gap.ts'
import { moveTime, noParts, type Parts } from './account-parts.ts'
import type { SlotUse } from './account-thread.ts'
import { isTiny, onCpuShareOf, sampledCpuMs, tinyUse } from './account-tiny.ts'
import { CoveredTime, noTime, unionOf } from './covered-time.ts'
import { sharesItsLoop, type LoopHolds } from './loop-holds.ts'
import { loopWaits } from './loop-waits.ts'

/** When async tasks of the loop were ready, but another had it. */
function heldTime({ run }: AccountFacts, slot: Slot): CoveredTime {
  const { slices } = run
  const fromMs: number[] = []
  const toMs: number[] = []
  for (let row = 0; row < slices.count; row++) {
    if (slices.kind[row] !== sliceKind.ran || slices.slot[row] !== slot.index) continue
    const endMs = slices.fromMs[row] as number
    fromMs.push(endMs - (slices.readyMs[row] as number))
    toMs.push(endMs)
  }
  return new CoveredTime(fromMs, toMs)
}

interface Holders {
  /** What the tasks did that held the loop from start to finish. */
  readonly parts: Parts
  /** For how long they did. */
  readonly heldMs: Milliseconds
  /** For how long those did that were too short to be read. */
  readonly tinyMs: Milliseconds
  /** CPU time of the tasks that share the loop, as far as it is known. */
  readonly sharedCpuMs: Milliseconds
  readonly isSharedCpuWhole: boolean
}

function holders(facts: AccountFacts, slot: Slot): Holders {
  const { run, extent } = facts
  const { tasks } = run
  const parts = noParts()
  let heldMs = 0
  let tinyMs = 0
  let sharedCpuMs = 0
  let isSharedCpuWhole = true
  for (const task of facts.tasksOf[slot.index] ?? []) {
    const onCpuMs = tasks.onCpuMs[task] as number
    if (sharesItsLoop(run, task)) {
      if (Number.isNaN(onCpuMs)) isSharedCpuWhole = false
      else sharedCpuMs += onCpuMs
      continue
    }
    const runMs = endOf(run, task, extent) - (tasks.startedMs[task] as number)
    const withinMs = Math.min(extent.toMs, endOf(run, task, extent)) - (tasks.startedMs[task] as number)
    if (!(withinMs > 0)) continue
    heldMs += withinMs
    if (isTiny(run, task)) tinyMs += withinMs
    const known = (value: number | undefined): number =>
      value === undefined || Number.isNaN(value) ? 0 : (value * withinMs) / runMs
    parts.cpu += known(onCpuMs)
    parts.ready += known(tasks.readyMs[task])
    parts.timer += known(tasks.timerMs[task])
    parts['input-output'] += known(tasks.ioMs[task])
  }
  return { parts, heldMs, tinyMs, sharedCpuMs, isSharedCpuWhole }
}

/**
 * Where the time of a loop went. Tasks that held it count like those of a thread. While others ran, or were ready, the loop was on CPU
 * for as long as they used, and ready for the rest; while some were in progress and none ran, it waited for what they waited for.
 */
export function loopUse(facts: AccountFacts, slot: Slot, holds: LoopHolds): SlotUse {
  const { run, extent } = facts
  const onLoop = facts.tasksOf[slot.index] ?? new Int32Array(0)
  const within = (time: CoveredTime): number => time.within(extent.fromMs, extent.toMs)
  const { parts, heldMs, tinyMs, ...shared } = holders(facts, slot)
  const tiny = tinyUse(facts, slot, tinyMs, parts.cpu + shared.sharedCpuMs, parts.ready)
  parts.cpu += tinyMs * tiny.onCpuShare
  parts.ready += tinyMs * tiny.readyShare
  const withoutCoreMs = parts.ready
  // CPU time that was not read task by task is in the samples of the thread.
  const sampledMs = shared.isSharedCpuWhole ? null : sampledCpuMs(facts, slot)
  const sharedCpuMs = Math.max(shared.sharedCpuMs, (sampledMs ?? 0) - parts.cpu)

  const busy = unionOf(new CoveredTime(holds.fromMs, holds.toMs), heldTime(facts, slot))
  const taken = unionOf(
    busy,
    new CoveredTime(
      Float64Array.from(onLoop, (task) => run.tasks.startedMs[task] as number),
      Float64Array.from(onLoop, (task) => endOf(run, task, extent)),
    ),
  )
  const sharedBusyMs = Math.max(0, within(busy) - heldMs)
  const waitedMs = within(taken) - within(busy)
  // Stretches too short to be recorded used CPU while nobody seemed to run.
  const cpuMs = Math.min(sharedCpuMs, sharedBusyMs + waitedMs)
  const waits = loopWaits(run, slot.index, onLoop, (task) => endOf(run, task, extent), busy, extent)
  const share = waitedMs > 0 ? (waitedMs - Math.max(0, cpuMs - sharedBusyMs)) / waitedMs : 0
  parts.cpu += cpuMs
  parts.ready += Math.max(0, sharedBusyMs - cpuMs)
  parts.timer += waits.timerMs * share
  parts['input-output'] += waits.ioMs * share

  let atMs = extent.fromMs
  taken.fromMs.forEach((fromMs, row) => {
    addGap(facts, slot, parts, atMs, Math.min(fromMs, extent.toMs))
    atMs = Math.max(atMs, taken.toMs[row] as number)
  })
  addGap(facts, slot, parts, atMs, extent.toMs)
  // Only what fell into the tasks' stretches was theirs: the rest belongs to the gaps.
  const collections = facts.collectionsOf[slot.index] ?? noTime
  const collectedMs = within(collections) + within(busy) - within(unionOf(collections, busy))
  moveTime(parts, 'cpu', 'garbage-collection', collectedMs * onCpuShareOf(parts.cpu, parts.ready))
  return { parts, withoutCoreMs, tiny }
}
