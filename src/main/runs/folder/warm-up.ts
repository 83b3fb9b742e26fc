import { foldSamples } from '#shared/analysis/fold-samples.ts'
import { foldSlices } from '#shared/analysis/fold-slices.ts'
import { foldTaskEvents } from '#shared/analysis/fold-task-events.ts'
import { createSampleTable, sampleWidth } from '#shared/model/sample.ts'
import { createSliceTable } from '#shared/model/slice.ts'
import { eventField, eventKind, eventWidth } from '#shared/model/task-event.ts'
import { createTaskTable } from '#shared/model/task-table.ts'
import { stateCode } from '#shared/model/task.ts'
import { failureColumns, sampleColumns, sliceColumns, taskColumns } from '../arrow/run-columns.ts'
import { GrowingTable } from './growing-table.ts'
import { failureRows, sampleRange, sliceRange, taskRows } from './table-rows.ts'
import { TaskChanges } from './task-changes.ts'

const taskCount = 2_048
const rounds = 12
const kinds = [eventKind.queued, eventKind.started, eventKind.ran, eventKind.finished, eventKind.settled]
const shape = { cores: 2, slots: 2 }

/** What the lives of so many tasks leave in the rings, all at once. */
function someEvents(): Float64Array {
  const events = new Float64Array(taskCount * kinds.length * eventWidth)
  for (let record = 0; record < taskCount * kinds.length; record++) {
    const at = record * eventWidth
    events[at + eventField.kind] = kinds[record % kinds.length] ?? eventKind.queued
    events[at + eventField.task] = Math.floor(record / kinds.length)
    events[at + eventField.atMs] = record
    events[at + eventField.value] = stateCode.succeeded
    events[at + eventField.timerMs] = NaN
  }
  return events
}

/**
 * Has the engine compile what runs while a run is being written: done once, before any run, it takes what otherwise the first run's first second
 * would pay, and delay what is to be on the disk within a quarter of it. Writes nowhere.
 */
export function warmUp(): void {
  const file = {
    append: () => undefined,
    overwrite: () => undefined,
    sync: () => undefined,
    isInPlace: () => true,
    close: () => undefined,
  }
  const tables = {
    tasks: new GrowingTable(taskColumns),
    slices: new GrowingTable(sliceColumns),
    samples: new GrowingTable(sampleColumns(shape)),
    failures: new GrowingTable(failureColumns),
  }
  for (const table of Object.values(tables)) {
    table.header()
    table.continueIn(file)
  }
  const events = someEvents()
  const sample = new Float64Array(sampleWidth(shape)).fill(NaN)
  for (let round = 0; round < rounds; round++) {
    const tasks = createTaskTable({ seed: 1, taskCount, groups: [] })
    const slices = createSliceTable()
    const samples = createSampleTable(shape)
    const changes = new TaskChanges(taskCount)
    foldTaskEvents(tasks, events)
    foldSlices(slices, events)
    foldSamples(samples, sample)
    changes.mark(events)
    const rows = changes.take()
    tables.tasks.append(taskRows(tasks, rows), rows.length)
    tables.slices.append(sliceRange(slices, 0, slices.count), slices.count)
    tables.samples.append(sampleRange(samples, 0, 1), 1)
    tables.failures.append(failureRows([[0, { name: 'Error', message: 'as an example' }]]), 1)
  }
}
