import { counted } from '#shared/format.ts'
import type { ComparedVariant, Comparison, EnvironmentDifference } from '#shared/model/comparison.ts'
import type { ExperimentOutline } from '#shared/model/experiment-state.ts'
import { comparisonEntries, type FigureColumn } from '#shared/words/comparison-entries.ts'
import { comparisonColumnWords } from '#shared/words/comparison-words.ts'
import { checkLines } from './checks-text.ts'
import { dotStrip, stripLegend } from './dot-strip.ts'
import { durationText, plainFigure, withPlainSpaces } from './plain-figure.ts'
import { textTable } from './text-table.ts'
import { hangingLines, shortened, wrapText } from './wrap-text.ts'

/** A label may be as long as its options; in full it stands in the sentences. */
const longestLabel = 32

/** Lines under a heading; nothing where there are none. */
function section(heading: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [heading, ...lines]
}

function titleLine({ presetTitle, presetId, isComplete }: Comparison, outline: ExperimentOutline): string {
  const how =
    outline.origin === 'saved'
      ? 'saved runs'
      : `${counted(outline.repeats, 'run')} each, interleaved, after ${counted(outline.warmUps, 'warm-up')}`
  const partial = isComplete ? '' : ' — partial'
  return `${presetTitle} (${presetId}): ${counted(outline.variants.length, 'variant')}, ${how}${partial}`
}

function differenceLines(
  differences: readonly EnvironmentDifference[],
  variants: readonly ComparedVariant[],
): string[] {
  return differences.flatMap(({ name, values }) => [
    `  ${name}`,
    ...values.flatMap((value, at) =>
      hangingLines(`    ${shortened(variants[at]?.label ?? '', longestLabel)}: `, withPlainSpaces(value)),
    ),
  ])
}

/** Some columns for every variant; those with an interval have it in a column beside. */
function figureTable(
  { variants, baseline }: Comparison,
  columns: readonly { readonly of: FigureColumn; readonly hasInterval?: boolean }[],
): string[] {
  return textTable(
    [
      { title: comparisonColumnWords.variant.label },
      ...columns.flatMap(({ of, hasInterval }) => [
        { title: comparisonColumnWords[of].label, isRight: true },
        ...(hasInterval === true ? [{ title: '95 % interval', isRight: true }] : []),
      ]),
    ],
    variants.map((variant, at) => {
      const entries = comparisonEntries(variant)
      const mark = at === baseline ? ' *' : ''
      return [
        `${shortened(variant.label, longestLabel - mark.length)}${mark}`,
        ...columns.flatMap(({ of, hasInterval }) => [
          plainFigure(entries[of].figure),
          ...(hasInterval === true ? [withPlainSpaces(entries[of].interval)] : []),
        ]),
      ]
    }),
  )
}

function strip({ variants }: Comparison): string[] {
  const lines = dotStrip(
    variants.map(({ label, runs, makespanMs }) => ({
      label,
      values: runs.flatMap((run) => (run.makespanMs === null ? [] : [run.makespanMs])),
      estimate: makespanMs,
    })),
    durationText,
  )
  return lines.length === 0 ? [] : [...lines, stripLegend]
}

/** Text that may be of several lines, each below the heading. */
const sentences = (texts: readonly string[]): string[] =>
  texts.filter((text) => text !== '').flatMap((text) => hangingLines('  ', withPlainSpaces(text)))

/** That it is the baseline, and that nothing can be said, stand elsewhere already. */
function hasVerdict({ verdict }: ComparedVariant): boolean {
  return verdict.kind !== 'baseline' && verdict.kind !== 'not-comparable'
}

/** What `taskscope compare` prints of a comparison, as lines of at most 120 characters. */
export function comparisonLines(comparison: Comparison, outline: ExperimentOutline): string[] {
  const { variants, checks, differences, environmentDifferences } = comparison
  return [
    ...wrapText(titleLine(comparison, outline)),
    ...section('environments that differ', differenceLines(environmentDifferences, variants)),
    ...section('checks', checkLines(checks)),
    'makespans (* the baseline)',
    ...figureTable(comparison, [
      { of: 'makespan', hasInterval: true },
      { of: 'spread' },
      { of: 'ratio', hasInterval: true },
      { of: 'ideal' },
      { of: 'failures' },
    ]),
    ...section('all runs', strip(comparison)),
    'medians of the runs',
    ...figureTable(comparison, [
      { of: 'queue-wait' },
      { of: 'cores-busy' },
      { of: 'cpu-time' },
      { of: 'peak-memory' },
      { of: 'own-cost' },
    ]),
    ...section(
      'verdicts (95 % each)',
      sentences(variants.filter(hasVerdict).map(({ sentence }) => sentence)),
    ),
    ...section('differences', sentences(differences.map(({ sentence }) => sentence))),
    ...wrapText(withPlainSpaces(comparison.sentence)),
  ]
}
