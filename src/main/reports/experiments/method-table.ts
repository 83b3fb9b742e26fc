import { countText, durationFigure, figureText } from '#shared/format.ts'
import type { ExperimentOutline } from '#shared/model/experiment-state.ts'
import type { Trial } from '#shared/model/experiment.ts'
import { factTable } from '../html/fact-table.ts'
import type { Markup } from '../html/markup.ts'
import type { Fact } from '#shared/words/environment-facts.ts'
import { texts } from '#shared/texts/texts.ts'
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
  const parts = [...rounds.values()].map((labels) => labels.join(', '))
  return shortened(parts.join(' | '), mostOrder)
}

function measuredFacts(outline: ExperimentOutline, trials: readonly Trial[]): readonly Fact[] {
  const { repeats, warmUps, pauseMs, variants, sweep } = outline
  const words = texts().experimentReport.method
  const made = countText(trials.length)
  const wanted = countText(repeats * variants.length)
  const runs = sweep === null ? words.runsOfVariants : words.runsOfSizes
  return [
    [words.names.runs, runs(repeats, variants.length, made, wanted)],
    [words.names.warmUps, words.warmUps(warmUps)],
    [words.names.pause, words.pause(figureText(durationFigure(pauseMs)))],
    [words.names.order, words.order(orderText(outline, trials))],
  ]
}

function savedFacts(trials: readonly Trial[]): readonly Fact[] {
  const words = texts().experimentReport.method
  return [
    [words.names.runs, words.saved(trials.length)],
    [words.names.order, words.notInterleaved],
  ]
}

/** How the runs came about, and what the intervals are. `pairing` says what was compared with what. */
export function methodTable(
  outline: ExperimentOutline,
  trials: readonly Trial[],
  pairing: 'rounds' | 'none',
): Markup {
  const words = texts().experimentReport.method
  const verdictFact: Fact = [words.names.verdicts, words.verdicts]
  return factTable('method-heading', words.heading, [
    ...(outline.origin === 'saved' ? savedFacts(trials) : measuredFacts(outline, trials)),
    [words.names.ratios, pairing === 'rounds' ? words.pairs : words.medians],
    [words.names.intervals, words.bootstrap],
    ...(outline.sweep === null ? [verdictFact] : []),
  ])
}
