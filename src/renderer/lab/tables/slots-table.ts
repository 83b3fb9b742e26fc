import { blockedIntervals } from '#shared/analysis/blocked-loop.ts'
import { isCollection } from '#shared/analysis/garbage.ts'
import type { Run } from '#shared/model/run.ts'
import { texts } from '#shared/texts/texts.ts'
import { numberColumn, textColumn, type DataTable } from './data-table.ts'

/** What each lane shows as a whole: a row for each slot. */
export function slotsTable(run: Run): DataTable {
  const { tasks, slices, header, nowMs } = run
  const { slots } = header
  const sums = (): Float64Array => new Float64Array(slots.length)
  const [count, inProgressMs, onCpuMs, readyMs, collections, collectionMs, held, heldMs] = [
    sums(),
    sums(),
    sums(),
    sums(),
    sums(),
    sums(),
    sums(),
    sums(),
  ] as const
  const add = (column: Float64Array, slot: number, amount: number): void => {
    if (slot >= 0 && slot < slots.length && amount > 0) column[slot] = (column[slot] as number) + amount
  }
  for (let task = 0; task < tasks.count; task++) {
    const slot = tasks.slot[task] as number
    const startedMs = tasks.startedMs[task] as number
    if (Number.isNaN(startedMs)) continue
    const finishedMs = tasks.finishedMs[task] as number
    add(count, slot, 1)
    add(inProgressMs, slot, (Number.isNaN(finishedMs) ? nowMs : finishedMs) - startedMs)
    add(onCpuMs, slot, tasks.onCpuMs[task] as number)
    add(readyMs, slot, tasks.readyMs[task] as number)
  }
  for (let row = 0; row < slices.count; row++) {
    if (!isCollection(slices.kind[row] as number)) continue
    add(collections, slices.slot[row] as number, 1)
    add(
      collectionMs,
      slices.slot[row] as number,
      (slices.toMs[row] as number) - (slices.fromMs[row] as number),
    )
  }
  for (const { slot, fromMs, toMs } of blockedIntervals(run)) {
    add(held, slot, 1)
    add(heldMs, slot, toMs - fromMs)
  }
  const { slotColumns: words } = texts().tables
  const whole = (key: string, title: string, hint: string, column: Float64Array) =>
    numberColumn(key, [title, ''], hint, 0, (row) => column[row] ?? NaN)
  const ms = (key: string, title: string, hint: string, column: Float64Array) =>
    numberColumn(key, [title, 'ms'], hint, 2, (row) => column[row] ?? NaN)
  return {
    count: slots.length,
    columns: [
      textColumn('slot', words.slot, words.slotHint, (row) => slots[row]?.name ?? ''),
      textColumn('executor', words.executor, words.executorHint, (row) => slots[row]?.executor ?? ''),
      whole('tasks', words.tasks, words.tasksHint, count),
      ms('inProgress', words.inProgress, words.inProgressHint, inProgressMs),
      ms('onCpu', words.onCpu, words.onCpuHint, onCpuMs),
      ms('ready', words.ready, words.readyHint, readyMs),
      whole('collections', words.collections, words.collectionsHint, collections),
      ms('collectionMs', words.collectionTime, words.collectionsHint, collectionMs),
      whole('held', words.held, words.heldHint, held),
      ms('heldMs', words.heldTime, words.heldHint, heldMs),
    ],
  }
}
