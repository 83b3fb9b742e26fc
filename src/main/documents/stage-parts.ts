import type { ReportFormat } from '#shared/model/report-format.ts'
import type { Piece, Pieces, WrittenFormat } from '../reports/exporter.ts'
import { stageFile, writePiecesTo, type StagedFile } from '../reports/write-report.ts'
import { expectedBytes } from './expected-bytes.ts'
import type { Staged, Staging } from './export-files.ts'

/** Progress that changes by less is not told. */
const leastStep = 0.01
/** It is an estimate: before the end, it never says that it is the end. */
const mostDone = 0.99

/** Counts bytes that go by, and tells what share of the expected ones they are. */
class Passage {
  bytes = 0
  #told = 0
  readonly #expected: number
  readonly #tell: (done: number) => void

  constructor(expected: number, tell: (done: number) => void) {
    this.#expected = expected
    this.#tell = tell
  }

  async *watch(pieces: Pieces, signal: AbortSignal | undefined): AsyncGenerator<Piece> {
    for await (const piece of pieces) {
      signal?.throwIfAborted()
      yield piece
      this.bytes += typeof piece === 'string' ? Buffer.byteLength(piece) : piece.length
      const done = Math.min(mostDone, this.bytes / this.#expected)
      if (done < this.#told + leastStep) continue
      this.#told = done
      this.#tell(done)
    }
  }
}

/** Writes the parts of a format beside the files that they are to become. Rejects where one cannot be written: then there is none. */
export async function stageParts(format: WrittenFormat, staging: Staging): Promise<Staged> {
  const { run, facts, tools, files, signal, onDone } = staging
  const passage = new Passage(expectedBytes(format satisfies ReportFormat, run), (done) =>
    onDone({ kind: 'writing', done }),
  )
  const parts = tools.exporters[format](run, facts)
  if (parts.length !== files.length)
    throw new Error(`Expected ${files.length} parts of ${format}, got ${parts.length}`)
  const staged: StagedFile[] = []
  try {
    for (const [position, { pieces }] of parts.entries()) {
      const file = files[position] ?? ''
      const write = (place: string): Promise<void> =>
        writePiecesTo(place, passage.watch(pieces, signal), signal)
      staged.push(await stageFile(file, write, tools.token))
    }
  } catch (error) {
    for (const file of staged) await file.drop()
    throw error
  }
  return { staged, bytes: passage.bytes }
}
