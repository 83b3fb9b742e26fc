import { sliceKind } from '../model/slice.ts'
import type { Slot } from '../model/slot.ts'
import type { Milliseconds } from '../model/units.ts'
import { endOf, type AccountFacts } from './account-facts.ts'
import { addGap } from './account-gap.ts'
import { moveTime, noParts, type Parts } from './account-parts.ts'
import type { SlotUse } from './account-thread.ts'
import { asleepInCollections, isTiny, onCpuShareOf, sampledCpuMs, tinyUse } from './account-tiny.ts'
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
  /** How much of their time without a core can be laid to Taskscope, at most; without those too short to be read. */
  readonly ownDelayMs: Milliseconds
  /** What Taskscope used while those ran that were too short to be read. */
  readonly ownInTinyMs: Milliseconds
  /** For how long garbage was being collected while they did. */
  readonly tinyCollectionsMs: Milliseconds
  /** By task that was read: what its reading leaves open, and for how long garbage was being collected meanwhile. */
  readonly open: readonly { readonly unexplainedMs: Milliseconds; readonly collectionsMs: Milliseconds }[]
}

function holders(facts: AccountFacts, slot: Slot): Holders {
  const { run, extent, own } = facts
  const { tasks } = run
  const collections = facts.collectionsOf[slot.index] ?? noTime
  const parts = noParts()
  let heldMs = 0
  let tinyMs = 0
  let sharedCpuMs = 0
  let isSharedCpuWhole = true
  let ownDelayMs = 0
  let ownInTinyMs = 0
  let tinyCollectionsMs = 0
  const open: { unexplainedMs: number; collectionsMs: number }[] = []
  for (const task of facts.tasksOf[slot.index] ?? []) {
    const onCpuMs = tasks.onCpuMs[task] as number
    if (sharesItsLoop(run, task)) {
      if (Number.isNaN(onCpuMs)) isSharedCpuWhole = false
      else sharedCpuMs += onCpuMs
      continue
    }
    const fromMs = tasks.startedMs[task] as number
    const runMs = endOf(run, task, extent) - fromMs
    const toMs = Math.min(extent.toMs, endOf(run, task, extent))
    const withinMs = toMs - fromMs
    if (!(withinMs > 0)) continue
    heldMs += withinMs
    if (isTiny(run, task)) {
      tinyMs += withinMs
      ownInTinyMs += own.between(fromMs, toMs)
      tinyCollectionsMs += collections.within(fromMs, toMs)
      continue
    }
    const known = (value: number | undefined): number =>
      value === undefined || Number.isNaN(value) ? 0 : (value * withinMs) / runMs
    const [usedMs, readyMs] = [known(onCpuMs), known(tasks.readyMs[task])]
    const [timerMs, ioMs] = [known(tasks.timerMs[task]), known(tasks.ioMs[task])]
    parts.cpu += usedMs
    parts.ready += readyMs
    parts.timer += timerMs
    parts['input-output'] += ioMs
    ownDelayMs += own.delayOf(readyMs, fromMs, toMs)
    const unexplainedMs = withinMs - usedMs - readyMs - timerMs - ioMs
    open.push({ unexplainedMs, collectionsMs: collections.within(fromMs, toMs) })
  }
  const ofTiny = { tinyMs, ownInTinyMs, tinyCollectionsMs }
  return { parts, heldMs, ...ofTiny, sharedCpuMs, isSharedCpuWhole, ownDelayMs, open }
}

/**
 * Where the time of a loop went. Tasks that held it count like those of a thread. While others ran, or were ready, the loop was on CPU
 * for as long as they used, and ready for the rest; while some were in progress and none ran, it waited for what they waited for.
 */
export function loopUse(facts: AccountFacts, slot: Slot, holds: LoopHolds): SlotUse {
  const { run, extent } = facts
  const onLoop = facts.tasksOf[slot.index] ?? new Int32Array(0)
  const within = (time: CoveredTime): number => time.within(extent.fromMs, extent.toMs)
  const { parts, heldMs, tinyMs, ownInTinyMs, tinyCollectionsMs, open, ...shared } = holders(facts, slot)
  const tiny = tinyUse(facts, slot, tinyMs, parts.cpu + shared.sharedCpuMs, parts.ready)
  parts.cpu += tinyMs * tiny.onCpuShare
  parts.ready += tinyMs * tiny.readyShare
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
  const onCpuShare = onCpuShareOf(parts.cpu, parts.ready)
  moveTime(parts, 'cpu', 'garbage-collection', collectedMs * onCpuShare)
  // While async tasks ran, the loop was ready for whatever it was not on CPU: only the others leave time open.
  const tinyUnexplainedMs = tinyMs * (1 - tiny.onCpuShare - tiny.readyShare)
  const left = [...open, { unexplainedMs: tinyUnexplainedMs, collectionsMs: tinyCollectionsMs }]
  const collectedOffCpuMs = left.reduce(
    (sum, { unexplainedMs, collectionsMs }) =>
      sum + asleepInCollections(unexplainedMs, collectionsMs, collectionsMs * onCpuShare),
    0,
  )
  parts['garbage-collection'] += collectedOffCpuMs
  return { parts, collectedOffCpuMs, ownDelayMs: shared.ownDelayMs + ownInTinyMs * tiny.readyShare, tiny }
}
