import { FlatTable } from './flat-table.ts'

/**
 * The messages of an Arrow IPC stream, without their bodies. Numbers of fields are those of `Message.fbs` and `Schema.fbs`
 * (https://github.com/apache/arrow/tree/main/format).
 */
export type ArrowMessage = { readonly bodyBytes: number } & (
  | { readonly kind: 'schema'; readonly fields: readonly ArrowField[] }
  | {
      readonly kind: 'dictionary'
      readonly id: number
      readonly isDelta: boolean
      readonly batch: BatchLayout
    }
  | { readonly kind: 'batch'; readonly batch: BatchLayout }
)

/** Where the parts of a record batch lie in its body. */
export interface BatchLayout {
  readonly rows: number
  /** One for each field and child, depth first: how many values, how many of them null. */
  readonly nodes: readonly (readonly [rows: number, nulls: number])[]
  /** Likewise, one or more: from which byte, how many bytes. */
  readonly buffers: readonly (readonly [from: number, bytes: number])[]
}

export interface ArrowField {
  readonly name: string
  /** In our words where it is one of ours, such as `float64`; else `null`: it can be passed over, if at all. */
  readonly type: string | null
  /** Of a list of fixed length; else 1. */
  readonly length: number
  /** Of words; else null. */
  readonly dictionaryId: number | null
  /** How many nodes and buffers of a batch it takes, children included. */
  readonly nodes: number
  readonly buffers: number
}

/** Whatever the format allows that no version of ours writes. */
export class ArrowProblem extends Error {}

const headerKinds = { schema: 1, dictionary: 2, batch: 3 } as const
const mostFields = 256
const deepestField = 4

const typeIds = {
  int: 2,
  float: 3,
  binary: 4,
  utf8: 5,
  bool: 6,
  decimal: 7,
  date: 8,
  time: 9,
  timestamp: 10,
  interval: 11,
  list: 12,
  struct: 13,
  fixedBinary: 15,
  fixedList: 16,
  map: 17,
  duration: 18,
  largeBinary: 19,
  largeUtf8: 20,
  largeList: 21,
} as const

/** Buffers of a field itself, by its type: validity first, then offsets, then values. */
const ownBuffers: ReadonlyMap<number, number> = new Map<number, number>([
  [typeIds.int, 2],
  [typeIds.float, 2],
  [typeIds.bool, 2],
  [typeIds.decimal, 2],
  [typeIds.date, 2],
  [typeIds.time, 2],
  [typeIds.timestamp, 2],
  [typeIds.interval, 2],
  [typeIds.duration, 2],
  [typeIds.fixedBinary, 2],
  [typeIds.binary, 3],
  [typeIds.utf8, 3],
  [typeIds.largeBinary, 3],
  [typeIds.largeUtf8, 3],
  [typeIds.list, 2],
  [typeIds.largeList, 2],
  [typeIds.map, 2],
  [typeIds.struct, 1],
  [typeIds.fixedList, 1],
])

/** A message from its metadata. Throws an `ArrowProblem`, or a `RangeError` where the bytes contradict themselves. */
export function readMessage(metadata: Uint8Array): ArrowMessage {
  const message = FlatTable.root(metadata)
  const header = message.table(2)
  const bodyBytes = message.int64(3)
  if (header === null || bodyBytes < 0) throw new RangeError('Expected a message with a header and a body')
  switch (message.uint8(1, 0)) {
    case headerKinds.schema:
      return { kind: 'schema', bodyBytes, fields: readSchema(header) }
    case headerKinds.batch:
      return { kind: 'batch', bodyBytes, batch: readLayout(header) }
    case headerKinds.dictionary: {
      const batch = header.table(1)
      if (batch === null) throw new RangeError('Expected a dictionary with values')
      const isDelta = header.uint8(2, 0) !== 0
      return { kind: 'dictionary', bodyBytes, id: header.int64(0), isDelta, batch: readLayout(batch) }
    }
    default:
      throw new ArrowProblem('has a message that is neither schema nor dictionary nor rows')
  }
}

function readSchema(schema: FlatTable): readonly ArrowField[] {
  if (schema.int16(0, 0) !== 0) throw new ArrowProblem('has big-endian numbers, which no version writes')
  // Tables can be shared: what looks like a few fields of a few children each may fan out to billions.
  const budget = { fields: mostFields }
  return schema.tables(1, mostFields).map((field) => readField(field, 0, budget))
}

function readField(field: FlatTable, depth: number, budget: { fields: number }): ArrowField {
  if (depth > deepestField || budget.fields-- === 0)
    throw new ArrowProblem('has columns that are nested too deeply')
  const name = field.text(0)
  const typeId = field.uint8(2, 0)
  const dictionary = field.table(4)
  if (dictionary !== null) {
    const isOurs = typeId === typeIds.utf8 && indexBits(dictionary) === 8
    const type = isOurs ? 'words' : null
    return { name, type, length: 1, dictionaryId: dictionary.int64(0), nodes: 1, buffers: 2 }
  }
  const own = ownBuffers.get(typeId)
  if (own === undefined)
    throw new ArrowProblem(`has a column of a type that this version does not know, "${name}"`)
  const children = field.tables(5, mostFields).map((child) => readField(child, depth + 1, budget))
  const details = field.table(3)
  const isList = typeId === typeIds.fixedList
  const item = children[0]
  return {
    name,
    type:
      isList && item !== undefined && item.type !== null ? `list-${item.type}` : plainType(typeId, details),
    length: isList ? (details?.int32(0, 0) ?? 0) : 1,
    dictionaryId: null,
    nodes: children.reduce((sum, { nodes }) => sum + nodes, 1),
    buffers: children.reduce((sum, { buffers }) => sum + buffers, own),
  }
}

/** Bits of a dictionary's unsigned positions; null for signed ones. */
function indexBits(dictionary: FlatTable): number | null {
  const index = dictionary.table(1)
  return index === null || index.uint8(1, 0) !== 0 ? null : index.int32(0, 0)
}

function plainType(typeId: number, details: FlatTable | null): string | null {
  switch (typeId) {
    case typeIds.int:
      return `${details?.uint8(1, 0) === 0 ? 'uint' : 'int'}${details?.int32(0, 0) ?? 0}`
    case typeIds.float:
      return ['float16', 'float32', 'float64'][details?.int16(0, 0) ?? 0] ?? null
    case typeIds.utf8:
      return 'text'
    default:
      return null
  }
}

/** Fields, children and their buffers of one batch: far more than any table of ours has. */
const mostParts = 4096

function readLayout(batch: FlatTable): BatchLayout {
  if (batch.table(3) !== null) throw new ArrowProblem('has compressed values, which no version writes')
  return { rows: batch.int64(0), nodes: batch.pairs(1, mostParts), buffers: batch.pairs(2, mostParts) }
}
