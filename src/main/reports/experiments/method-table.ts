import { countText, counted, durationFigure, figureText } from '#shared/format.ts'
import type { ExperimentOutline } from '#shared/model/experiment-state.ts'
import type { Trial } from '#shared/model/experiment.ts'
import { factTable } from '../html/fact-table.ts'
import type { Markup } from '../html/markup.ts'
import type { Fact } from '#shared/words/environment-facts.ts'
import { shortened } from '../html/plain-text.ts'
import { inOrder, labelOf } from './trials.ts'

const mostOrder = 2_000

/** The labels in the order in which they ran, a round to a part. */
function orderText(outline: ExperimentOutline, trials: readonly Trial[]): string {
  const rounds = new Map<number, string[]>()
  for (const trial of inOrder(trials)) {
    const labels = rounds.get(trial.round) ?? []
    labels.push(labelOf(outline, trial))
    rounds.set(trial.round, labels)
  }
  const texts = [...rounds.values()].map((labels) => labels.join(', '))
  return shortened(texts.join(' | '), mostOrder)
}

function measuredFacts(outline: ExperimentOutline, trials: readonly Trial[]): readonly Fact[] {
  const { repeats, warmUps, pauseMs, variants, sweep } = outline
  return [
    [
      'runs',
      `${counted(repeats, 'measured run')} of each of ${counted(variants.length, sweep === null ? 'variant' : 'size')}; ${countText(trials.length)} of ${countText(repeats * variants.length)} were made`,
    ],
    ['warm-ups', `${counted(warmUps, 'run')} of each before those, which do not count`],
    ['pause', `${figureText(durationFigure(pauseMs))} between runs`],
    [
      'order',
      `Interleaved, and turned round in every other round, so that what changes with time meets all alike: ${orderText(outline, trials)}`,
    ],
  ]
}

const savedFacts = (trials: readonly Trial[]): readonly Fact[] => [
  ['runs', `${counted(trials.length, 'saved run')}: nothing was run for this report`],
  [
    'order',
    'Not interleaved: what changed between the groups, other than the variants, is in the difference, too',
  ],
]

const verdictFact: Fact = [
  'verdicts',
  'Each verdict holds with 95\u202f% by itself; the answer on top allows for there being several.',
]

/** How the runs came about, and what the intervals are. `pairing` says what was compared with what. */
export function methodTable(
  outline: ExperimentOutline,
  trials: readonly Trial[],
  pairing: 'rounds' | 'none',
): Markup {
  return factTable('method-heading', 'How it was measured', [
    ...(outline.origin === 'saved' ? savedFacts(trials) : measuredFacts(outline, trials)),
    [
      'ratios',
      pairing === 'rounds'
        ? 'From pairs: runs of the same round are compared with each other'
        : 'Of medians: runs were not made in rounds',
    ],
    [
      'intervals',
      '95\u202f%, by bootstrap over the runs. Its random numbers have a fixed seed: the same runs always give the same intervals',
    ],
    ...(outline.sweep === null ? [verdictFact] : []),
  ])
}
