import { figureText, percentFigure, rateFigure, type Figure } from '#shared/format.ts'
import type { LawFit, LawParameter, Scaling, SweptSize } from '#shared/model/scaling.ts'
import { intervalText } from '#shared/words/comparison-words.ts'
import { lawParameterWords, scalingLawWords, sizeText } from '#shared/words/scaling-words.ts'
import { figureMarkup } from '../html/figure-markup.ts'
import { markup, written, type Markup } from '../html/markup.ts'
import { parameterFigure } from '#shared/words/parameter-figure.ts'
import { texts } from '#shared/texts/texts.ts'

const figureOf = (name: LawParameter['name']): ((value: number) => Figure) =>
  name === 'lambda' ? rateFigure : parameterFigure

function parameterRow({ name, value, interval }: LawParameter): Markup {
  const { label, definition } = lawParameterWords[name]
  const toFigure = figureOf(name)
  return markup`
<tr><th scope="row">${label} <span class="muted">${name}</span></th><td class="figure">${figureMarkup(toFigure(value))}</td><td class="figure">${interval === null ? '–' : intervalText(interval, toFigure)}</td><td>${definition}</td></tr>`
}

function lawPart({ law, parameters, fits, meanMiss, worstMiss, sentence }: LawFit, size: SweptSize): Markup {
  const { label, definition } = scalingLawWords[law]
  const words = texts().experimentReport.laws
  const percent = (share: number): string => figureText(percentFigure(share))
  const verdict = fits
    ? markup`<strong class="good level"><span aria-hidden="true">✓</span> ${words.fits}</strong>`
    : markup`<strong class="warning level"><span aria-hidden="true">!</span> ${words.doesNotFit}</strong>`
  return markup`
<h3>${label} ${verdict}</h3>
<p>${written(sentence)}</p>
<p class="note">${definition} ${words.misses(percent(meanMiss), percent(worstMiss.miss), sizeText(size, worstMiss.size))}</p>
<div class="scroll" tabindex="0" role="region" aria-label="${words.scrolls(label)}">
<table class="laws"><thead><tr><th scope="col">${words.parameter}</th><th scope="col" class="figure">${words.value}</th><th scope="col" class="figure">${words.interval}</th><th scope="col">${words.says}</th></tr></thead><tbody>${parameters.map(parameterRow)}
</tbody></table></div>`
}

/** What each scaling law makes of the measurements; null where no law is about this size. */
export function lawTable({ fits, size }: Scaling): Markup | null {
  if (fits.length === 0) return null
  return markup`
<section aria-labelledby="laws-heading"><h2 id="laws-heading">${texts().experimentReport.laws.heading}</h2>${fits.map((fit) => lawPart(fit, size))}</section>`
}
