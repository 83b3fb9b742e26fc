import { tableFromIPC } from 'apache-arrow'
import { describe, expect, test } from 'vitest'
import { openStream } from './arrow-stream.ts'
import type { Columns, TableSpec } from './column-spec.ts'
import { readStream } from './read-stream.ts'

const spec = {
  task: { kind: 'int32', isNullable: true },
  group: { kind: 'uint16' },
  state: { kind: 'words', words: ['planned', 'queued', 'söhnt'] },
  slot: { kind: 'int16', isNullable: true },
  atMs: { kind: 'float64', isNullable: true },
  progress: { kind: 'float32', isNullable: false },
  starts: { kind: 'uint8' },
  busy: { kind: 'list-float32', length: 2, isNullable: true },
  core: { kind: 'list-int16', length: 3, isNullable: true },
  message: { kind: 'text' },
} as const satisfies TableSpec

/** Three rows with something missing in each column that can miss something, and room for more. */
const columns: Columns<typeof spec> = {
  task: Int32Array.of(7, -1, 2 ** 31 - 1, 99),
  group: Uint16Array.of(0, 65_535, 3, 99),
  state: Uint8Array.of(2, 0, 1, 0),
  slot: Int16Array.of(-1, 0, 32_767, 99),
  atMs: Float64Array.of(-0, NaN, 0.1 + 0.2, 99),
  progress: Float32Array.of(0, 0.1, 1, 99),
  starts: Uint8Array.of(0, 255, 1, 99),
  busy: Float32Array.of(0, NaN, 0.3, 1, NaN, NaN, 99, 99),
  core: Int16Array.of(0, 1, -1, -1, -1, -1, 5, 6, 7, 99, 99, 99),
  message: ['', 'żółć 👍', 'plain', 'more'],
}

function written(...counts: readonly number[]): Uint8Array {
  const stream = openStream(spec)
  const pieces = [stream.header(), ...counts.map((count) => stream.batch(columns, count)), stream.end()]
  return new Uint8Array(Buffer.concat(pieces))
}

function readBack(bytes: Uint8Array): { readonly batches: Columns<typeof spec>[]; readonly end: unknown } {
  const batches: Columns<typeof spec>[] = []
  const end = readStream(spec, bytes, (batch) => batches.push(batch))
  return { batches, end }
}

const firstThree: Columns<typeof spec> = {
  task: columns.task.slice(0, 3),
  group: columns.group.slice(0, 3),
  state: columns.state.slice(0, 3),
  slot: columns.slot.slice(0, 3),
  atMs: columns.atMs.slice(0, 3),
  progress: columns.progress.slice(0, 3),
  starts: columns.starts.slice(0, 3),
  busy: columns.busy.slice(0, 6),
  core: columns.core.slice(0, 9),
  message: columns.message.slice(0, 3),
}

describe('an Arrow stream', () => {
  test('is read by the package as the values that went in, with nulls where something is not known', () => {
    const table = tableFromIPC(written(3))
    const { message, ...rest } = {
      task: [7, null, 2 ** 31 - 1],
      group: [0, 65_535, 3],
      state: ['söhnt', 'planned', 'queued'],
      slot: [null, 0, 32_767],
      atMs: [-0, null, 0.1 + 0.2],
      progress: [0, Math.fround(0.1), 1],
      starts: [0, 255, 1],
      busy: [
        [0, null],
        [Math.fround(0.3), 1],
        [null, null],
      ],
      core: [
        [0, 1, null],
        [null, null, null],
        [5, 6, 7],
      ],
      message: ['', 'żółć 👍', 'plain'],
    }
    const values = Object.fromEntries(
      table.schema.fields.map(({ name }) => [
        name,
        [...(table.getChild(name) ?? [])].map((value: unknown) =>
          typeof value === 'object' && value !== null ? [...(value as Iterable<unknown>)] : value,
        ),
      ]),
    )
    expect(values).toEqual({ ...rest, message })
    expect(table.schema.fields.map(({ name, type }) => `${name}: ${String(type)}`)).toEqual([
      'task: Int32',
      'group: Uint16',
      'state: Dictionary<Uint8, Utf8>',
      'slot: Int16',
      'atMs: Float64',
      'progress: Float32',
      'starts: Uint8',
      'busy: FixedSizeList[2]<Float32>',
      'core: FixedSizeList[3]<Int16>',
      'message: Utf8',
    ])
  })

  test('comes back bit for bit, batch by batch', () => {
    const { batches, end } = readBack(written(3, 1, 3))
    expect(batches[0]).toEqual(firstThree)
    expect(batches[2]).toEqual(firstThree)
    expect(batches.map(({ task }) => task.length)).toEqual([3, 1, 3])
    expect(end).toEqual({ rows: 7, isComplete: true, problem: null })
  })

  test('can be read where its bytes stand at an odd place in memory', () => {
    const bytes = written(3)
    const moved = new Uint8Array(bytes.length + 1)
    moved.set(bytes, 1)
    expect(readBack(moved.subarray(1)).batches).toEqual([firstThree])
  })

  test('has the same bytes whether it is written for the first time or again', () => {
    expect(written(3, 2)).toEqual(written(3, 2))
  })

  test('refuses fewer values than rows', () => {
    const stream = openStream({ slot: { kind: 'int16', isNullable: true } })
    stream.header()
    expect(() => stream.batch({ slot: Int16Array.of(1) }, 2)).toThrow('Expected 2 values of slot, got 1')
  })
})
