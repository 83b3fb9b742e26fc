import { reportSuffixes } from '#shared/model/report-format.ts'
import type { Run } from '#shared/model/run.ts'
import type { Exporter, ExportFacts } from './exporter.ts'
import { dataBlocks } from './html-data/data-blocks.ts'
import { pageTitle } from './html/heading.ts'
import { pageBegin, pageEnd } from './html/page.ts'
import { reportBody } from './html-report.ts'
import type { ViewerParts } from './viewer-parts.ts'

async function* pieces(run: Run, facts: ExportFacts, viewer: ViewerParts | null): AsyncGenerator<string> {
  yield pageBegin({
    title: pageTitle(run),
    // The viewer puts it in force, and the document's own out of it.
    styles: viewer === null ? [] : [{ text: viewer.style, id: 'taskscope-viewer-style', media: 'not all' }],
    // First in the body: a browser that runs it need not lay out the document.
    script: viewer?.script ?? null,
  })
  yield* reportBody(run)
  yield* dataBlocks(run, facts)
  yield pageEnd
}

/**
 * The run as one HTML file that needs nothing else: a document to be read and printed, the interactive viewer, which takes its place where
 * scripts run, and the run itself, which Taskscope can import again. Null: there is no viewer, the rest is the same.
 */
export function interactiveReport(viewer: ViewerParts | null): Exporter {
  return (run, facts) => [{ suffix: reportSuffixes.html[0], pieces: pieces(run, facts, viewer) }]
}
