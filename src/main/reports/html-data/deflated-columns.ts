import { pipeline, Readable } from 'node:stream'
import { createDeflateRaw } from 'node:zlib'
import { packRun } from '#shared/columns/pack-run.ts'
import type { Run } from '#shared/model/run.ts'

const chunkBytes = 1 << 18

/** The packed columns of a run, deflated (RFC 1951) beside the thread that asks for them, in chunks of up to 256 KiB. */
export function deflatedColumns(run: Run): AsyncIterable<Buffer> {
  const deflate = createDeflateRaw({ chunkSize: chunkBytes })
  // One column at a time: packed, they take as much memory as the run itself.
  const packed = Readable.from(packRun(run), { highWaterMark: 1 })
  // What goes wrong reaches whoever reads: nothing to do about it here.
  pipeline(packed, deflate, () => undefined)
  return deflate
}
