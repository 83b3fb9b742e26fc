import { plainText } from '../html/plain-text.ts'

/** Takes no room and shows nothing, but nothing that spans it is recognised. */
const breaker = '\u200b'

/**
 * What issue trackers look for in text that is done otherwise, so that a backslash does not help: mentions, numbers of issues, bare
 * addresses of pages and mail, names of emoji; and commits, which are broken into pieces too short for one.
 */
const references = /@(?=\w)|#(?=\d)|\bGH-(?=\d)|:(?=\/\/)|\bwww(?=\.)|\.(?=\p{L})|:(?=[\w+-]+:)/giu
const commits = /\b[\da-f]{7,40}\b/gi

/**
 * ASCII punctuation that means something in Markdown within a line (CommonMark 0.31, sections 2.4 and 6; GitHub also has `~` and `$`), and
 * what is part of an address for readers that do not mind the breaker.
 */
const withinLine = /[\\`*_[\]<>#|~!$&]|[@.:](?=\u200b)/g
/** And what does at its beginning: lists, rules and underlined headings. */
const atBegin = /^(?:[-+=]|\d+(?=[.)](?:\s|$)))/

/** Text on one line: with line breaks and thin spaces as ordinary spaces. */
function onOneLine(text: string): string {
  return plainText(text).replaceAll(/[\s\u202f]+/g, ' ')
}

/** Text as it is, on one line, wherever Markdown takes text: nothing in it makes a link, a mention, markup or a picture. */
export function asText(text: string): string {
  const broken = onOneLine(text)
    .replaceAll(references, `$&${breaker}`)
    .replaceAll(commits, (digits) => digits.replaceAll(/.{6}(?=.)/g, `$&${breaker}`))
  return broken
    .replaceAll(withinLine, String.raw`\$&`)
    .replace(atBegin, (begin) => (/\d/.test(begin) ? `${begin}\\` : `\\${begin}`))
}

/** Text that is to be read letter by letter, such as a message: as code, on one line. Issue trackers look for nothing in code. */
export function asCode(text: string): string {
  const line = onOneLine(text).trim()
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  // A code span that begins or ends with a backtick needs a space there; an empty one can't be.
  const pad = line === '' || line.startsWith('`') || line.endsWith('`') ? ' ' : ''
  return line === '' ? '' : `${fence}${pad}${line}${pad}${fence}`
}

/** A column of a table. */
export interface Column {
  readonly title: string
  readonly isRight?: boolean
}

/** A table (GitHub Flavored Markdown, section 4.10); cells are Markdown on one line, without pipes but escaped ones. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`
  return [
    line(columns.map(({ title }) => title)),
    line(columns.map(({ isRight }) => (isRight === true ? '---:' : '---'))),
    ...rows.map(line),
  ].join('')
}
