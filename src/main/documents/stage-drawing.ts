import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Drawing } from '#shared/model/drawing.ts'
import { drawingSource } from '../reports/drawing-source.ts'
import type { DrawnFormat } from '../reports/exporter.ts'
import { stageFile, writePiecesTo } from '../reports/write-report.ts'
import { InputError } from '../engine/input-error.ts'
import type { Staged, Staging } from './export-files.ts'

/** How much of the work is making what is drawn: an estimate. */
const sourceShare = 0.3

/** Draws a format beside the file that it is to become. Rejects where it cannot be drawn. */
export async function stageDrawing(format: DrawnFormat, staging: Staging): Promise<Staged> {
  const { run, facts, tools, files, signal, onDone } = staging
  const { draw } = tools
  if (typeof draw !== 'function') throw new InputError(draw.whyNot)
  const [file = ''] = files
  const folder = await mkdtemp(join(tools.workFolder ?? tmpdir(), 'taskscope-drawing-'))
  try {
    const drawn = drawingSource(format, run, facts)
    const source = join(folder, `source${drawn.suffix}`)
    await writePiecesTo(source, drawn.pieces, signal)
    onDone({ kind: 'writing', done: sourceShare })
    let bytes = 0
    const staged = await stageFile(
      file,
      async (out) => {
        const drawing: Drawing =
          drawn.kind === 'pdf'
            ? { kind: 'pdf', source, out }
            : { kind: 'png', source, out, width: drawn.width, height: drawn.height }
        await draw(drawing, signal)
        signal?.throwIfAborted()
        bytes = (await stat(out)).size
      },
      tools.token,
    )
    return { staged: [staged], bytes }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
