import { gunzipSync, gzipSync } from 'node:zlib'
import { checksumOfBytes } from '../content/checksum.ts'
import { textPage } from './text-page.ts'
import { numberOf, type TaskContext, type Workload } from './workload.ts'

/** Packed in one call, which nothing can interrupt: a few milliseconds. */
const memberBytes = 65_536

/**
 * Packs text and unpacks it again, member by member. The checksum is that of the unpacked bytes: packed ones differ
 * between builds of zlib.
 */
export function packAndUnpack(
  byteCount: number,
  seed: number,
  context: Pick<TaskContext, 'checkpoint'>,
): number {
  let checksum = 0
  for (let done = 0; done < byteCount;) {
    const text = textPage(Math.min(memberBytes, byteCount - done), seed, done / memberBytes)
    const packed = gzipSync(text)
    // Each half can take milliseconds on a slow machine.
    context.checkpoint((done + text.length / 2) / byteCount)
    const unpacked = gunzipSync(packed)
    if (unpacked.length !== text.length) {
      throw new Error(`Expected ${text.length} bytes back from gzip, got ${unpacked.length}`)
    }
    checksum = checksumOfBytes(unpacked, checksum)
    done += text.length
    context.checkpoint(done / byteCount)
  }
  return checksum
}

export const gzip: Workload = {
  blocking: (parameters, context) =>
    packAndUnpack(numberOf(parameters, 'kilobytes') * 1024, context.seed, context),
}
