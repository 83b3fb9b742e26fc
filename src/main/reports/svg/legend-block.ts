import { texts } from '#shared/texts/texts.ts'
import { colors } from '../html/colors.ts'
import { repeatedHues, type LegendItem, type LegendLists } from '../html/legend.ts'
import { mark } from '../html/marks.ts'
import { markup, type Markup } from '../html/markup.ts'
import { px } from '../html/time-scale.ts'
import { contentWidth, type Block } from './block.ts'
import { fitting, widthOf } from './svg-style.ts'

const linePx = 20
const textPx = 12
const gapPx = 18
/** A name takes no more than this of a line. */
const mostTextPx = 640

const swatchWidth = 24
const markWidth = 12

function pictureOf({ shape, outcome }: LegendItem): {
  readonly drawn: Markup | null
  readonly width: number
} {
  if (outcome !== undefined)
    return { drawn: markup`<g class="inline">${mark(outcome, markWidth / 2, 6)}</g>`, width: markWidth + 5 }
  return shape === null ? { drawn: null, width: 0 } : { drawn: shape, width: swatchWidth + 6 }
}

/** Items one after the other, line after line; gives where the last line ends. */
function flow(items: readonly LegendItem[], topPx: number, pieces: Markup[]): number {
  let [x, y] = [0, topPx]
  for (const item of items) {
    const { drawn, width } = pictureOf(item)
    const text = fitting(item.text, mostTextPx, textPx)
    const note = item.note === '' ? '' : ` ${item.note}`
    const whole = width + widthOf(text + note, textPx)
    if (x > 0 && x + whole > contentWidth) [x, y] = [0, y + linePx]
    const behind = note === '' ? null : markup`<tspan class="muted">${note}</tspan>`
    pieces.push(
      markup`<g transform="translate(${px(x)} ${y})">${drawn}<text class="legend-text" x="${width}" y="10.5">${text}${behind}</text></g>`,
    )
    x += whole + gapPx
  }
  return items.length === 0 ? topPx : y + linePx
}

/** What colours, fills and marks mean. */
export function legendBlock({ groups, shapes, hasRepeatedHues }: LegendLists): Block {
  const pieces: Markup[] = []
  let y = flow(groups, 0, pieces)
  if (hasRepeatedHues) y = flow([{ shape: null, text: repeatedHues(), note: '' }], y, pieces)
  return { height: flow(shapes, y, pieces), pieces }
}

const rampWidth = 96

/** The scale of the heat strip, and what is hatched. */
export function coreLegendBlock(): Block {
  const words = texts().reportTracks.cores
  const stops = (
    [
      ['core-low', 0],
      ['core-middle', 0.5],
      ['core-high', 1],
    ] as const
  ).map(([name, offset]) => markup`<stop offset="${offset}" stop-color="${colors[name][0]}"/>`)
  const hatch = markup`<rect width="24" height="12" fill="url(#hatch)"/>`
  const pieces = [
    markup`<defs><linearGradient id="ramp">${stops}</linearGradient></defs><text class="legend-text" x="0" y="10.5">${words.legend} 0\u202f%</text><rect x="62" y="2" width="${rampWidth}" height="8" fill="url(#ramp)"/><text class="legend-text" x="${62 + rampWidth + 6}" y="10.5">100\u202f% ${words.busy}</text>`,
    markup`<g transform="translate(270 0)">${hatch}<text class="legend-text" x="30" y="10.5">${words.hatched}</text></g>`,
  ]
  return { height: linePx, pieces }
}
