import {
  bytesFigure,
  countText,
  durationFigure,
  noFigure,
  percentFigure,
  rateFigure,
  ratioText,
  type Figure,
} from '#shared/format.ts'
import type { DurationSummary, RunSummary } from '#shared/model/summary.ts'
import { taskOutcomes } from '#shared/model/task.ts'
import { figureMarkup } from './figure-markup.ts'
import { inlineMark } from './marks.ts'
import { markup, type Content, type Markup } from './markup.ts'
import { stateWords } from './words.ts'

interface FigureCell {
  readonly label: string
  readonly value: Content
  /** How it is computed. */
  readonly definition: string
}

const cell = (label: string, figure: Figure, definition: string, note = ''): FigureCell => ({
  label,
  value: [part('', figure), note === '' ? null : markup` <span class="muted">${note}</span>`],
  definition,
})

function part(prefix: string, figure: Figure): Markup {
  return markup`<span class="part">${prefix === '' ? null : markup`<span class="prefix">${prefix}</span> `}${figureMarkup(figure)}</span>`
}

function durations(label: string, definition: string, summary: DurationSummary): FigureCell {
  return {
    label,
    value: [
      part('p50', durationFigure(summary.p50Ms)),
      ' ',
      part('p95', durationFigure(summary.p95Ms)),
      ' ',
      part('max', durationFigure(summary.maxMs)),
    ],
    definition: `${definition}. Half of the tasks are at or below p50, 95 of 100 at or below p95.`,
  }
}

function outcomes({ outcomes: counts, unfinished }: RunSummary): FigureCell {
  const known = taskOutcomes
    .filter((outcome) => outcome === 'succeeded' || counts[outcome] > 0)
    .map(
      (outcome) =>
        markup`<span class="part">${inlineMark(outcome)}${countText(counts[outcome])} <span class="word">${stateWords[outcome]}</span></span> `,
    )
  const open =
    unfinished === 0
      ? null
      : markup`<span class="part">${countText(unfinished)} <span class="word">without an end</span></span>`
  return {
    label: 'outcomes',
    value: [known, open],
    definition:
      'How the tasks ended: succeeded, failed, cancelled, timed out. Every task ends in exactly one way.',
  }
}

function idealCell({ ideal, idealRatio }: RunSummary): FigureCell {
  const binding =
    ideal?.binding === 'longest-task' ? 'the longest single task' : 'CPU time shared among the cores'
  const basis = ideal?.basis === 'run-time' ? ' CPU time was not measured, so run times stand in for it.' : ''
  const setBy = ideal === null ? '' : ` It is set by ${binding}.${basis}`
  return cell(
    'ideal bound',
    durationFigure(ideal?.ms ?? null),
    `The least time that this work could take on this machine: the larger of its CPU time shared among the cores and its longest single task.${setBy} The ratio is makespan / ideal bound.`,
    idealRatio === null ? '' : ratioText(idealRatio),
  )
}

function figuresOf(summary: RunSummary): FigureCell[] {
  const { sampler, speedUp } = summary
  return [
    cell(
      'makespan',
      durationFigure(summary.makespanMs),
      'From the first task queued to the last one finished.',
    ),
    idealCell(summary),
    cell(
      'in progress at once',
      speedUp === null ? noFigure : { value: ratioText(speedUp).slice(1), unit: '×' },
      'Sum of all run times / makespan: how much work was in progress at once, on average.',
    ),
    cell('throughput', rateFigure(summary.throughputPerSecond), 'Finished tasks per second of makespan.'),
    cell(
      'cores busy',
      percentFigure(summary.coresBusy),
      'Busy share of all cores of the machine, whatever kept them busy; weighted by time.',
    ),
    cell(
      'peak memory',
      bytesFigure(summary.peakProcessMemoryBytes),
      'Highest reading of the resident memory of the process that ran the tasks, and of its child processes.',
    ),
    cell(
      'peak memory, system',
      bytesFigure(summary.peakSystemMemoryBytes),
      'Highest reading of the memory in use on the whole machine.',
    ),
    outcomes(summary),
    durations('queue wait', 'Started minus queued', summary.queueWait),
    durations('run time', 'Finished minus started', summary.runTime),
    {
      label: 'measurement',
      value: [
        part('samples', { value: countText(sampler.samples), unit: '' }),
        ' ',
        part('late', durationFigure(sampler.latenessP99Ms)),
        ' ',
        part('cost', percentFigure(sampler.ownCpuFraction)),
        ' ',
        part('dropped', { value: countText(summary.droppedEvents), unit: '' }),
      ],
      definition: `Samples of cores and memory, ${sampler.hz} a second were asked for. Late: 99 of 100 samples were at most this late. Cost: CPU time of the sampler’s own thread as a share of one core. Dropped: task events and samples that were lost because nobody read them in time; more than 0, and the figures are incomplete.`,
    },
  ]
}

/** The run in a handful of numbers; pointing at one says how it is computed. */
export function figures(summary: RunSummary): Markup {
  const cells = figuresOf(summary).map(
    ({ label, value, definition }) =>
      markup`\n<div title="${definition}"><dt>${label}</dt><dd>${value}</dd></div>`,
  )
  return markup`
<section aria-labelledby="figures-heading"><h2 id="figures-heading">Summary</h2>
<dl class="figures">${cells}
</dl></section>`
}

/** The same definitions to be read on paper. */
export function definitions(summary: RunSummary): Markup {
  const rows = figuresOf(summary).map(
    ({ label, definition }) => markup`\n<tr><th scope="row">${label}</th><td>${definition}</td></tr>`,
  )
  return markup`
<section aria-labelledby="definitions-heading"><h2 id="definitions-heading">How the figures are computed</h2>
<table class="facts"><tbody>${rows}
</tbody></table></section>`
}
