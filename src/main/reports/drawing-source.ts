import type { Run } from '#shared/model/run.ts'
import type { DrawnFormat, ExportFacts, Pieces } from './exporter.ts'
import { pdfPage } from './pdf-page.ts'
import { timelineSvg } from './svg/timeline-svg.ts'

/** What a browser engine is to draw: a page that is printed, or a picture of that many CSS pixels. */
export type DrawingSource =
  | { readonly kind: 'pdf'; readonly suffix: '.html'; readonly pieces: Pieces }
  | {
      readonly kind: 'png'
      readonly suffix: '.svg'
      readonly pieces: Pieces
      readonly width: number
      readonly height: number
    }

/** The page or picture that a drawn format is made from. */
export function drawingSource(format: DrawnFormat, run: Run, facts: ExportFacts): DrawingSource {
  return format === 'pdf'
    ? { kind: 'pdf', suffix: '.html', pieces: pdfPage(run, facts) }
    : { kind: 'png', suffix: '.svg', ...timelineSvg(run, facts) }
}
