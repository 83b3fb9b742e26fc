import { looksLikeZip } from '../archive/read-archive.ts'

/** What a file looks like, by what it begins with. */
export type FileKind =
  | { readonly kind: 'archive' | 'html' | 'json-report' | 'run-document' }
  /** `looks`: in words, as part of a sentence. */
  | { readonly kind: 'foreign'; readonly looks: string }

/** So much of a file's beginning is enough to tell. */
export const headBytes = 1 << 12

const foreign = (looks: string): FileKind => ({ kind: 'foreign', looks })

/** Beginnings of files that are no text. */
const signatures: readonly (readonly [begin: string, looks: string])[] = [
  ['%PDF-', 'a PDF, which is for reading and printing'],
  ['\x89PNG', 'a picture'],
  ['\xff\xd8\xff', 'a picture'],
  ['GIF8', 'a picture'],
  ['PAR1', 'a Parquet table'],
  ['ARROW1', 'an Arrow file'],
  ['\xff\xff\xff\xff', 'one table of a run’s folder: choose the folder’s run.json'],
  ['\x1f\x8b', 'a compressed file: unpack it first'],
]

function kindOfJson(text: string): FileKind {
  if (/"format"\s*:\s*"taskscope-run"/.test(text)) return { kind: 'run-document' }
  if (/"traceEvents"/.test(text)) return foreign('a Chrome trace')
  if (/speedscope\.app\/file-format-schema/.test(text)) return foreign('a speedscope profile')
  return { kind: 'json-report' }
}

function kindOfMarkup(text: string): FileKind {
  if (/^<(?:!doctype\s+html|html|!--)/i.test(text)) return { kind: 'html' }
  return /<svg[\s>]/i.test(text) ? foreign('a picture (SVG)') : foreign('XML')
}

/** Tells what a file is by its first `headBytes`, whatever it is called. */
export function fileKindOf(head: Uint8Array): FileKind {
  if (head.byteLength === 0) return foreign('an empty file')
  if (looksLikeZip(head)) return { kind: 'archive' }
  const raw = Buffer.from(head).toString('latin1')
  const known = signatures.find(([begin]) => raw.startsWith(begin))
  if (known !== undefined) return foreign(known[1])
  const text = raw.replace(/^\xef\xbb\xbf/, '').trimStart()
  if (text.startsWith('{')) return kindOfJson(text)
  if (text.startsWith('[')) return foreign('a list, such as a Chrome trace may be')
  if (text.startsWith('<')) return kindOfMarkup(text)
  if (/^# (?:TYPE|HELP|UNIT) /m.test(text)) return foreign('OpenMetrics text')
  if (text.includes('\0')) return foreign('no format that it knows')
  if (/^[\w"][^\n]*,[^\n]*\n/.test(text)) return foreign('a table (CSV)')
  return foreign('text')
}
