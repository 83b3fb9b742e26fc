import { PassThrough, Readable } from 'node:stream'
import { ZipFile } from 'yazl'

export interface ZipEntry {
  readonly name: string
  readonly pieces: Iterable<Uint8Array>
}

/**
 * A zip file of these entries, piece by piece: each is deflated while it is being made, so that nothing is in memory whole. `at`: the time that
 * all of them bear. The same entries at the same time give the same bytes.
 */
export function zipOf(entries: readonly ZipEntry[], at: Date): AsyncIterable<Uint8Array> {
  const zip = new ZipFile()
  const output = zip.outputStream.pipe(new PassThrough())
  // What fails while an entry is made is heard by whoever reads; the package itself does not listen to its sources.
  const fail = (error: unknown): void => {
    output.destroy(error instanceof Error ? error : new Error(String(error)))
  }
  zip.on('error', fail)
  // An ordinary file that its owner may change. Of columns of times, deflate makes hardly less when it takes longer.
  const options = { mtime: at, mode: 0o100644, compressionLevel: 4 }
  for (const { name, pieces } of entries) {
    zip.addReadStreamLazy(name, options, (give) => {
      give(null, Readable.from(pieces, { objectMode: false }).on('error', fail))
    })
  }
  zip.end()
  return output
}
