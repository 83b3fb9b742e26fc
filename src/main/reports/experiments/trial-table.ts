import { bytesFigure, countText, durationFigure, percentFigure, type Figure } from '#shared/format.ts'
import type { ExperimentOutline } from '#shared/model/experiment-state.ts'
import type { Trial } from '#shared/model/experiment.ts'
import type { RunSummary } from '#shared/model/summary.ts'
import { texts } from '#shared/texts/texts.ts'
import { figureMarkup } from '../html/figure-markup.ts'
import { markup, written, type Markup } from '../html/markup.ts'
import { utcText } from '../html/utc-text.ts'
import { inOrder, labelOf } from './trials.ts'

/** More are folded. */
const mostOpen = 20

function outcomeText({ outcomes, unfinished }: RunSummary): string {
  const words = texts().experimentReport.trials
  const bad = outcomes.failed + outcomes.cancelled + outcomes['timed-out'] + unfinished
  return bad === 0 ? words.allSucceeded : words.didNot(countText(bad))
}

function row(outline: ExperimentOutline, trial: Trial): Markup {
  const { run, place, round } = trial
  const { summary } = run
  const figure = (value: Figure): Markup => markup`<td class="figure">${figureMarkup(value)}</td>`
  return markup`
<tr><td class="figure">${place + 1}</td><td class="figure">${round + 1}</td><th scope="row">${written(labelOf(outline, trial))}</th>${figure(durationFigure(summary.makespanMs))}${figure(durationFigure(summary.queueWait.p50Ms))}${figure(percentFigure(summary.coresBusy))}${figure(durationFigure(run.cpuMs))}${figure(bytesFigure(summary.peakProcessMemoryBytes))}${figure(percentFigure(summary.own?.shareOfMachine ?? null))}<td>${outcomeText(summary)}</td><td class="plain">${utcText(run.startedAt)}</td><td class="plain"><code>${run.id}</code></td></tr>`
}

/** Every measured run in the order in which they ran. */
export function trialTable(outline: ExperimentOutline, trials: readonly Trial[]): Markup | null {
  if (trials.length === 0) return null
  const words = texts().experimentReport.trials
  const head = ({ title, explanation }: { title: string; explanation: string }): Markup =>
    markup`<th scope="col" class="figure" title="${explanation}">${title}</th>`
  const table = markup`
<div class="scroll" tabindex="0" role="region" aria-label="${words.scrolls}">
<table class="trials"><thead><tr>${head(words.order)}${head(words.round)}<th scope="col">${words.variant}</th>${head(words.makespan)}${head(words.queueWait)}${head(words.coresBusy)}${head(words.cpuTime)}${head(words.peakMemory)}${head(words.ownCost)}<th scope="col">${words.tasks}</th><th scope="col">${words.started}</th><th scope="col">${words.run}</th></tr></thead><tbody>${inOrder(trials).map((trial) => row(outline, trial))}
</tbody></table></div>`
  return markup`
<section aria-labelledby="runs-heading"><h2 id="runs-heading">${words.heading}</h2>${trials.length > mostOpen ? markup`<details><summary>${words.folded(trials.length)}</summary>${table}</details>` : table}</section>`
}
