/**
 * Where a run lies in its HTML report: between these texts, which occur nowhere else in it, for whatever people wrote has no `<` of its own there.
 * JSON blocks have every `<` as `\u003c`; the columns are base64 (no white space) of raw deflate of what `packRun` gives.
 */
export const htmlDataBlocks = {
  document: block('taskscope-run', 'application/json'),
  labels: block('taskscope-labels', 'application/json'),
  columns: block('taskscope-columns', 'application/octet-stream'),
  /** `HtmlDataCheck`; last, so that it is missing where the page was cut off. */
  check: block('taskscope-check', 'application/json'),
} as const

/** CRC-32 of the text of each block, as it stands in the page (UTF-8). */
export interface HtmlDataCheck {
  readonly documentCrc32: number
  readonly labelsCrc32: number
  readonly columnsCrc32: number
}

function block(id: string, type: string): { readonly begin: string; readonly end: string } {
  return { begin: `<script type="${type}" id="${id}">`, end: '</script>' }
}
