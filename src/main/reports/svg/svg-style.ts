import { styleSheet } from '../html/style.ts'
import { mostTextWidth } from '../html/text-width.ts'

/** What only a picture that stands by itself has: sizes and weights of its own texts. */
const own = `
.heading{font-size:22px;font-weight:600}
.heading .under{font-weight:400}
.sentence{font-size:13px}
.sign{font-size:13px;font-weight:600;fill:var(--tone)}
.tone{fill:var(--tone)}
.figure{font-size:15px}
.legend-text{font-size:12px}
.rule{fill:none;stroke:var(--border)}
.card{fill:var(--raised);stroke:var(--border)}
.frame{fill:var(--surface);stroke:var(--border)}
.ground{fill:var(--surface)}
`

/** The style of the timeline as a picture by itself: that of the HTML report in the light. */
export function svgStyleSheet(): string {
  return `${styleSheet()}${own}`
}

/** What `mostTextWidth` is an upper bound for. */
const boundPx = 11
const boldShare = 1.15

/** At most so wide a text is in CSS pixels: nothing can be measured here. */
export function widthOf(text: string, sizePx: number, weight: 'usual' | 'bold' = 'usual'): number {
  return ((mostTextWidth(text) * sizePx) / boundPx) * (weight === 'bold' ? boldShare : 1)
}

/** As much of a text as fits on a line, with a sign where something is missing. */
export function fitting(text: string, widthPx: number, sizePx: number): string {
  const fits = (candidate: string): boolean => widthOf(candidate, sizePx) <= widthPx
  if (fits(text)) return text
  const characters = Array.from(text)
  while (characters.length > 1 && !fits(`${characters.join('')}…`)) characters.pop()
  return `${characters.join('').trimEnd()}…`
}
