import { ByteWriter, ParquetWriter, schemaFromColumnData, type BasicType } from 'hyparquet-writer'
import type { Table, TableColumn } from '../tables/table.ts'

/** Rows to a group: readers fetch a group whole, and so much is held in memory. */
const rowsPerGroup = 50_000

const types = {
  integer: 'INT32',
  double: 'DOUBLE',
  float: 'FLOAT',
  text: 'STRING',
} as const satisfies Record<TableColumn['type'], BasicType>

/** What is written, until it is taken: the file goes out group by group. `offset` goes on counting from the file's begin. */
class TakenWriter extends ByteWriter {
  take(): Uint8Array {
    const bytes = this.getBytes().slice()
    this.index = 0
    return bytes
  }
}

function valuesOf(
  { type, isNullable, at }: TableColumn,
  from: number,
  to: number,
): (number | string | null)[] | Int32Array | Float64Array {
  const count = to - from
  if (isNullable || type === 'text' || type === 'float')
    return Array.from({ length: count }, (_, row) => at(from + row))
  const values = type === 'integer' ? new Int32Array(count) : new Float64Array(count)
  for (let row = 0; row < count; row++) values[row] = at(from + row) as number
  return values
}

/** A table as a Parquet file (Snappy, data pages of version 2). `metadata` goes into the file's footer as keys with texts. */
export function* parquetFile(
  table: Table,
  metadata: Readonly<Record<string, string>>,
  createdBy: string,
): Generator<Uint8Array> {
  const { rows, columns } = table
  const columnData = (from: number, to: number) =>
    columns.map((column) => ({
      name: column.name,
      type: types[column.type],
      nullable: column.isNullable,
      data: valuesOf(column, from, to),
      // A dictionary takes -0 for 0.
      ...(column.type === 'double' || column.type === 'float' ? { encoding: 'PLAIN' as const } : {}),
    }))
  const writer = new TakenWriter()
  const file = new ParquetWriter({
    writer,
    schema: schemaFromColumnData({ columnData: columnData(0, 0) }),
    kvMetadata: Object.entries(metadata).map(([key, value]) => ({ key, value })),
    createdBy,
  })
  for (let from = 0; from < rows; from += rowsPerGroup) {
    const to = Math.min(rows, from + rowsPerGroup)
    void file.write({ columnData: columnData(from, to), rowGroupSize: rowsPerGroup })
    yield writer.take()
  }
  void file.finish()
  yield writer.take()
}
