import { mostSlices, type SliceTable } from '../model/slice.ts'
import { eventField, eventWidth, isSliceKind } from '../model/task-event.ts'
import { grownColumn } from './grown-column.ts'

function grow(table: SliceTable, room: number): void {
  table.kind = grownColumn(table.kind, room)
  table.task = grownColumn(table.task, room)
  table.slot = grownColumn(table.slot, room)
  table.fromMs = grownColumn(table.fromMs, room)
  table.toMs = grownColumn(table.toMs, room)
  table.onCpuMs = grownColumn(table.onCpuMs, room)
  table.readyMs = grownColumn(table.readyMs, room)
}

/** Appends the slices among task event records to the columns, in place; the columns double when they are full. */
export function foldSlices(table: SliceTable, events: Float64Array, length = events.length): void {
  for (let at = 0; at < length; at += eventWidth) {
    const kind = events[at + eventField.kind] as number
    if (!isSliceKind(kind)) continue
    const row = table.count
    if (row >= mostSlices) {
      table.leftOut++
      continue
    }
    if (row === table.kind.length) grow(table, Math.max(64, row * 2))
    table.kind[row] = kind
    table.task[row] = events[at + eventField.task] as number
    table.slot[row] = events[at + eventField.slot] as number
    table.fromMs[row] = events[at + eventField.atMs] as number
    table.toMs[row] = events[at + eventField.value] as number
    table.onCpuMs[row] = events[at + eventField.onCpuMs] as number
    table.readyMs[row] = events[at + eventField.readyMs] as number
    table.count = row + 1
  }
}
