import {
  bytesFigure,
  countText,
  counted,
  durationFigure,
  percentFigure,
  type Figure,
} from '#shared/format.ts'
import type { ExperimentOutline } from '#shared/model/experiment-state.ts'
import type { Trial } from '#shared/model/experiment.ts'
import type { RunSummary } from '#shared/model/summary.ts'
import { figureMarkup } from '../html/figure-markup.ts'
import { markup, written, type Markup } from '../html/markup.ts'
import { utcText } from '../html/utc-text.ts'
import { inOrder, labelOf } from './trials.ts'

/** More are folded. */
const mostOpen = 20

function outcomeText({ outcomes, unfinished }: RunSummary): string {
  const bad = outcomes.failed + outcomes.cancelled + outcomes['timed-out'] + unfinished
  return bad === 0 ? 'all succeeded' : `${countText(bad)} did not succeed`
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
  const head = (title: string, explanation: string): Markup =>
    markup`<th scope="col" class="figure" title="${explanation}">${title}</th>`
  const table = markup`
<div class="scroll" tabindex="0" role="region" aria-label="Runs, scrolls sideways">
<table class="trials"><thead><tr>${head('order', 'Its place among all measured runs')}${head('round', 'In each round every variant runs once')}<th scope="col">variant</th>${head('makespan', 'From the first task queued to the last one finished')}${head('queue wait', 'Started minus queued, of the task in the middle (p50)')}${head('cores busy', 'Busy share of all cores of the machine')}${head('CPU time', 'Of all tasks together')}${head('peak memory', 'Resident memory of the process that ran the tasks, and of its child processes')}${head('own cost', 'Taskscope’s own share of the machine')}<th scope="col">tasks</th><th scope="col">started</th><th scope="col">run</th></tr></thead><tbody>${inOrder(trials).map((trial) => row(outline, trial))}
</tbody></table></div>`
  return markup`
<section aria-labelledby="runs-heading"><h2 id="runs-heading">All measured runs</h2>${trials.length > mostOpen ? markup`<details><summary>${counted(trials.length, 'run')}, in the order in which they were made</summary>${table}</details>` : table}</section>`
}
