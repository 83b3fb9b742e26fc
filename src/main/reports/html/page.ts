import { markup, Markup } from './markup.ts'
import { styleSheet } from './style.ts'

/** Nothing may be loaded and nothing may run, whatever a preset or an error message says. */
const contentPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"

/** A page that needs nothing else: no script, no network, no other file. `moreStyle` follows the style sheet of all reports. */
export function* htmlPage(title: string, body: Iterable<string>, moreStyle = ''): Generator<string> {
  yield markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentPolicy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Taskscope">
<title>${title}</title>
<style>${new Markup(`${styleSheet()}${moreStyle}`)}</style>
</head>
<body>`.source
  yield* body
  yield `
</body>
</html>
`
}
