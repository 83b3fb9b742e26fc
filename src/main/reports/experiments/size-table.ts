import { countText, durationFigure, rateFigure, ratioText, type Figure } from '#shared/format.ts'
import type { Estimate } from '#shared/model/estimate.ts'
import type { Scaling } from '#shared/model/scaling.ts'
import { intervalText } from '#shared/words/comparison-words.ts'
import { sizeValueText, sweptSizeWords } from '#shared/words/scaling-words.ts'
import { texts } from '#shared/texts/texts.ts'
import { figureMarkup } from '../html/figure-markup.ts'
import { markup, type Markup } from '../html/markup.ts'

type ToFigure = (value: number) => Figure

/** A ratio, or one bound of its interval: bounds share the sign in front, as they share a unit behind. */
const ratioFigure = (ratio: number): Figure => ({ value: ratioText(ratio), unit: '' })
const boundFigure = (ratio: number): Figure => ({ value: ratioText(ratio).slice(1), unit: '' })

/** A figure and its interval in columns of their own, so that figures stand below each other. */
function cells({ value, interval }: Estimate, toFigure: ToFigure, toBound: ToFigure = toFigure): Markup {
  const text = interval === null ? '' : intervalText(interval, toBound)
  return markup`<td class="figure">${figureMarkup(toFigure(value))}</td><td><span class="interval">${text}</span></td>`
}

/** What was measured at each size, in numbers; null where there is no point. */
export function sizeTable({ points, size, bestSize, knee }: Scaling): Markup | null {
  if (points.length === 0) return null
  const { label, definition } = sweptSizeWords[size]
  const { sizes: words, sizeNotes: notes } = texts().experimentReport
  const rows = points.map((point) => {
    const marks = [
      ...(point.size === knee?.size ? [notes.knee] : []),
      ...(point.size === bestSize ? [notes.best] : []),
    ]
    return markup`
<tr><th scope="row" class="figure">${sizeValueText(size, point.size)}</th>${cells(point.makespanMs, durationFigure)}${cells(point.throughputPerSecond, rateFigure)}${cells(point.speedUp, ratioFigure, boundFigure)}<td class="figure">${countText(point.runIds.length)}</td><td>${marks.join(', ')}</td></tr>`
  })
  const head = ({ title, explanation }: { title: string; explanation: string }, isEstimate = true): Markup =>
    markup`<th scope="col" class="figure" title="${explanation}">${title}</th>${isEstimate ? markup`<th scope="col"></th>` : null}`
  return markup`
<section aria-labelledby="sizes-heading"><h2 id="sizes-heading">${words.heading}</h2>
<p class="note">${words.note}</p>
<div class="scroll" tabindex="0" role="region" aria-label="${words.scrolls}">
<table class="sizes"><thead><tr>${head({ title: label, explanation: definition }, false)}${head(words.makespan)}${head(words.throughput)}${head(words.speedUp)}${head(words.runs, false)}<th scope="col"></th></tr></thead><tbody>${rows}
</tbody></table></div></section>`
}
