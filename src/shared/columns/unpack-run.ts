import { endingOf, headerOf } from '../analysis/run-document.ts'
import type { TaskIndex } from '../model/ids.ts'
import type { RunDocument } from '../model/run-document.ts'
import type { Run } from '../model/run.ts'
import {
  createSampleTable,
  laterSampleNames,
  sampleColumnNames,
  sampleWidth,
  type SampleTable,
} from '../model/sample.ts'
import { mostSlices } from '../model/slice.ts'
import type { TaskFailure } from '../model/task.ts'
import { ByteReader } from './byte-reader.ts'
import {
  columnTypes,
  firstPackedVersion,
  packedMagic,
  packedVersion,
  type Column,
  type ColumnType,
} from './column-format.ts'
import { textsOf } from './failure-columns.ts'
import { KnownColumns } from './known-columns.ts'
import type { LastMarks } from './pack-column.ts'
import { mostSampleCells } from './packed-bounds.ts'
import { nameForSentence, PackedError } from './packed-error.ts'
import {
  failureLayout,
  sampleLayout,
  sliceLayout,
  taskLayout,
  textLayout,
  unitLayout,
  type ColumnLayout,
} from './table-layouts.ts'
import { unpackColumn } from './unpack-column.ts'

/** The columns of one table. Which of them have which type is said by its layout. */
class UnpackedTable {
  readonly known: KnownColumns
  readonly #columns = new Map<string, Column>()

  constructor(reader: ByteReader, layout: readonly ColumnLayout[], known: KnownColumns) {
    this.known = known
    const last: LastMarks = { marks: null }
    for (const column of layout) this.#columns.set(column.name, unpackColumn(reader, column, known, last))
  }

  /** The column of a name, which the layout has with that type. */
  column<T extends ColumnType>(name: string, type: T): InstanceType<(typeof columnTypes)[T]> {
    const column = this.#columns.get(name)
    if (!(column instanceof columnTypes[type])) throw new Error(`Expected a column ${name} of ${type}`)
    // Proved by `instanceof`, which does not narrow by a type parameter.
    return column as InstanceType<(typeof columnTypes)[T]>
  }
}

/** How many rows a table says that it has: no more than `most`, and, where its first bytes cannot be left out, than there are bytes. */
function readRows(reader: ByteReader, table: string, most: number): number {
  const name = reader.name()
  if (name !== table) throw new PackedError(`Expected the table ${table}, got ${nameForSentence(name)}.`)
  const rows = reader.u32()
  if (rows > most) throw new PackedError(`Expected at most ${most} rows of ${table}, got ${rows}.`)
  return rows
}

function readSamples(reader: ByteReader, { sampleShape }: RunDocument, version: number): SampleTable {
  const { cores, slots } = sampleShape
  const mostRows = Math.min(reader.left, Math.floor(mostSampleCells / sampleWidth(sampleShape)))
  const rows = readRows(reader, 'samples', mostRows)
  const isThere = (name: string): boolean => version > firstPackedVersion || !laterSampleNames.has(name)
  const layout = sampleLayout(sampleShape, sampleColumnNames.filter(isThere))
  const table = new UnpackedTable(reader, layout, new KnownColumns(rows))
  const each = <T extends ColumnType>(count: number, name: string, type: T) =>
    Array.from({ length: count }, (_, position) => table.column(`${name}.${position}`, type))
  const samples = createSampleTable({ cores: 0, slots: 0 }, 0)
  for (const name of sampleColumnNames)
    samples[name] = isThere(name) ? table.column(name, 'float64') : new Float64Array(rows).fill(NaN)
  return {
    ...samples,
    count: rows,
    cores,
    slots,
    coreBusy: each(cores, 'coreBusy', 'float32'),
    coreFrequencyMhz: each(cores, 'coreFrequencyMhz', 'float32'),
    slotOnCpuMs: each(slots, 'slotOnCpuMs', 'float32'),
    slotReadyMs: each(slots, 'slotReadyMs', 'float32'),
    slotCore: each(slots, 'slotCore', 'int16'),
  }
}

function readFailures(reader: ByteReader, tasks: number): Map<TaskIndex, TaskFailure> {
  const table = (name: string, layout: readonly ColumnLayout[], most: number): UnpackedTable => {
    const rows = readRows(reader, name, Math.min(most, reader.left))
    return new UnpackedTable(reader, layout, new KnownColumns(rows))
  }
  const rows = table('failures', failureLayout, tasks)
  const lengths = table('texts', textLayout, 2 * tasks).column('length', 'int32')
  const texts = textsOf(lengths, table('units', unitLayout, Infinity).column('unit', 'uint16'))
  const textAt = (column: Int32Array, row: number): string => {
    const text = texts[column[row] as number]
    if (text === undefined)
      throw new PackedError(
        `Expected one of ${texts.length} texts in row ${row} of the failures, got ${column[row]}.`,
      )
    return text
  }
  const failed = rows.column('task', 'int32')
  const names = rows.column('name', 'int32')
  const messages = rows.column('message', 'int32')
  const failures = new Map<TaskIndex, TaskFailure>()
  for (let row = 0; row < failed.length; row++)
    failures.set(failed[row] as number, { name: textAt(names, row), message: textAt(messages, row) })
  return failures
}

/** Gives the version of the layout. */
function readHead(reader: ByteReader): number {
  const magic = String.fromCharCode(...reader.bytes(packedMagic.length))
  if (magic !== packedMagic) throw new PackedError('Expected packed columns of a run, got something else.')
  const version = reader.u8()
  if (version < firstPackedVersion || version > packedVersion)
    throw new PackedError(
      `Expected packed columns of version ${firstPackedVersion} to ${packedVersion}, got version ${version}.`,
    )
  return version
}

/**
 * The run of a document and of what `packRun` made of its columns: the same values bit for bit. Throws a `PackedError` where the bytes are
 * none, not whole, or do not go with the document's counts; whether values make sense together is for who reads from outside to check.
 * Nothing is allocated beyond the bounds of a run.
 */
export function unpackRun(document: RunDocument, packed: Uint8Array): Run {
  const reader = new ByteReader(packed)
  const version = readHead(reader)
  const { taskCount } = document.plan
  const count = readRows(reader, 'tasks', taskCount)
  if (count !== taskCount) throw new PackedError(`Expected ${taskCount} rows of tasks, got ${count}.`)
  const tasks = new UnpackedTable(reader, taskLayout(document.plan), new KnownColumns(count))
  const sliceCount = readRows(reader, 'slices', Math.min(mostSlices, reader.left))
  const slices = new UnpackedTable(reader, sliceLayout, new KnownColumns(sliceCount, tasks.known))
  const samples = readSamples(reader, document, version)
  const failures = readFailures(reader, taskCount)
  if (reader.left > 0)
    throw new PackedError(`Expected the end of packed columns, got ${reader.left} more bytes.`)
  return {
    header: headerOf(document),
    tasks: {
      count,
      group: tasks.column('group', 'uint16'),
      state: tasks.column('state', 'uint8'),
      slot: tasks.column('slot', 'int16'),
      queuedMs: tasks.column('queuedMs', 'float64'),
      startedMs: tasks.column('startedMs', 'float64'),
      finishedMs: tasks.column('finishedMs', 'float64'),
      onCpuMs: tasks.column('onCpuMs', 'float64'),
      readyMs: tasks.column('readyMs', 'float64'),
      timerMs: tasks.column('timerMs', 'float64'),
      ioMs: tasks.column('ioMs', 'float64'),
      checksum: tasks.column('checksum', 'float64'),
      progress: tasks.column('progress', 'float32'),
      starts: tasks.column('starts', 'uint8'),
      requeuedMs: tasks.column('requeuedMs', 'float64'),
    },
    slices: {
      count: sliceCount,
      kind: slices.column('kind', 'uint8'),
      task: slices.column('task', 'int32'),
      slot: slices.column('slot', 'int16'),
      fromMs: slices.column('fromMs', 'float64'),
      toMs: slices.column('toMs', 'float64'),
      onCpuMs: slices.column('onCpuMs', 'float32'),
      readyMs: slices.column('readyMs', 'float32'),
      leftOut: document.slicesLeftOut,
    },
    samples,
    failures,
    phase: endingOf(document),
    nowMs: document.recordedUntilMs,
    droppedEvents: document.droppedEvents,
  }
}
