import type { Account } from '../model/account.ts'
import type { Milliseconds } from '../model/units.ts'
import type { AccountFacts } from './account-facts.ts'
import { closeAccount, noParts } from './account-parts.ts'
import type { SlotUse } from './account-thread.ts'
import { busyCores, childCpuMs, ownCost } from './own-cost.ts'
import { beginOf, risenBy, sumWithin } from './sampled-time.ts'

/** CPU time of tasks, and of the collections that interrupted them, on some slots. */
function tasksCpu(uses: readonly SlotUse[]): {
  readonly cpuMs: Milliseconds
  readonly collectedMs: Milliseconds
} {
  let cpuMs = 0
  let collectedMs = 0
  for (const { parts, collectedOffCpuMs } of uses) {
    cpuMs += parts.cpu
    collectedMs += parts['garbage-collection'] - collectedOffCpuMs
  }
  return { cpuMs, collectedMs }
}

/**
 * Where the time of the machine's cores went, from their samples and from the CPU time of tasks that was found slot by slot. Null where
 * cores, the process or its threads were not read.
 */
export function accountCores({ run, extent }: AccountFacts, uses: readonly SlotUse[]): Account | null {
  const { samples } = run
  if (run.header.measurement.taskCpu === 'none' || samples.cores === 0) return null
  const own = ownCost(run)
  const intervalMs = (row: number): number => (samples.atMs[row] as number) - beginOf(samples, row)
  const busy = sumWithin(samples, extent, (row) => busyCores(samples, row) * intervalMs(row))
  const process = sumWithin(samples, extent, (row) => risenBy(samples.processCpuMs, row))
  if (own === null || busy.knownMs === 0 || process.knownMs === 0) return null
  // Child processes are not in the process's own CPU time. Where their threads were not sampled, their tasks' readings stand in.
  const ofChildren = tasksCpu(uses.filter((_, slot) => run.header.slots[slot]?.executor === 'processes'))
  const childrenMs = Math.max(
    sumWithin(samples, extent, (row) => childCpuMs(run, row)).usedMs,
    ofChildren.cpuMs + ofChildren.collectedMs,
  )
  const oursMs = process.usedMs + childrenMs

  const parts = noParts()
  const { cpuMs, collectedMs } = tasksCpu(uses)
  parts.cpu = cpuMs
  parts['garbage-collection'] = collectedMs
  parts['own-cost'] = own.totalMs
  const windowMs = own.windowMs ?? 0
  const tasksMs = cpuMs + collectedMs
  // The runtime's helper threads, the content server, and what threads do between tasks.
  parts.scheduling = Math.max(0, oursMs - tasksMs - (own.totalMs - windowMs))
  parts.others = Math.max(0, busy.usedMs - oursMs - windowMs)
  parts.idle = Math.max(0, samples.cores * busy.knownMs - busy.usedMs)
  return closeAccount((extent.toMs - extent.fromMs) * samples.cores, parts)
}
