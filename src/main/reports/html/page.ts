import { createHash } from 'node:crypto'
import { languageInUse } from '#shared/texts/language.ts'
import { markup, Markup } from './markup.ts'
import { styleSheet } from './style.ts'

/** A style sheet of a page. */
export interface PageStyle {
  readonly text: string
  /** Attributes of its element. */
  readonly id?: string
  readonly media?: string
}

export interface PageParts {
  readonly title: string
  /** Style sheets after the one of all reports. Neither they nor the script may hold what ends their element. */
  readonly styles?: readonly PageStyle[]
  /** The page's only script; null: none runs. */
  readonly script?: string | null
}

/** How a content policy names a block of the page itself. */
function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`
}

/** Nothing may be loaded, and nothing may run or dress the page but what was written here, whatever a preset or an error message says. */
function contentPolicy(styles: readonly PageStyle[], script: string | null): string {
  const scripts = script === null ? '' : ` script-src ${hashOf(script)};`
  return `default-src 'none';${scripts} style-src ${styles.map(({ text }) => hashOf(text)).join(' ')}; img-src data:; base-uri 'none'; form-action 'none'`
}

function styleElement({ text, id, media }: PageStyle): Markup {
  return markup`<style${id === undefined ? null : markup` id="${id}"`}${media === undefined ? null : markup` media="${media}"`}>${new Markup(text)}</style>\n`
}

/** A page up to where its body begins. */
export function pageBegin({ title, styles = [], script = null }: PageParts): string {
  const all = [{ text: styleSheet() }, ...styles]
  return markup`<!doctype html>
<html lang="${languageInUse()}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Markup(contentPolicy(all, script))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Taskscope">
<title>${title}</title>
${all.map(styleElement)}</head>
<body>${script === null ? null : new Markup(`\n<script>${script}</script>`)}`.source
}

export const pageEnd = `
</body>
</html>
`

/** A page that needs nothing else: no script, no network, no other file. `moreStyle` follows the style sheet of all reports. */
export function* htmlPage(title: string, body: Iterable<string>, moreStyle = ''): Generator<string> {
  yield pageBegin({ title, styles: moreStyle === '' ? [] : [{ text: moreStyle }] })
  yield* body
  yield pageEnd
}
