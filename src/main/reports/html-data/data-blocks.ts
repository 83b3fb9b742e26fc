import { crc32 } from 'node:zlib'
import { describeRun, type DocumentFacts } from '#shared/analysis/run-document.ts'
import { htmlDataBlocks, type HtmlDataCheck } from '#shared/columns/html-data-blocks.ts'
import type { Run } from '#shared/model/run.ts'
import type { RunLabels } from '#shared/model/saved-run.ts'
import { base64Pieces } from './base64-pieces.ts'
import { deflatedColumns } from './deflated-columns.ts'

/** JSON in which nothing can end the element that it stands in, nor begin another. */
function jsonForPage(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}

/**
 * The run itself as elements at the end of a page, which show nothing: its document, its labels, its columns (`packRun`, deflated, in base64), and
 * last a checksum of them, so that a page that was cut off or garbled can be told.
 */
export async function* dataBlocks(
  run: Run,
  { labels, ...facts }: DocumentFacts & { readonly labels: RunLabels },
): AsyncGenerator<string> {
  const { document, columns, labels: labelled, check } = htmlDataBlocks
  const documentText = jsonForPage(describeRun(run, facts))
  // The same as in `labels.json` of a run folder.
  const labelsText = jsonForPage({ schemaVersion: 1, ...labels })
  yield `\n${document.begin}${documentText}${document.end}\n${labelled.begin}${labelsText}${labelled.end}\n${columns.begin}`
  let columnsCrc32 = 0
  for await (const piece of base64Pieces(deflatedColumns(run))) {
    columnsCrc32 = crc32(piece, columnsCrc32)
    yield piece
  }
  const sums: HtmlDataCheck = {
    documentCrc32: crc32(documentText),
    labelsCrc32: crc32(labelsText),
    columnsCrc32,
  }
  yield `${columns.end}\n${check.begin}${JSON.stringify(sums)}${check.end}`
}
