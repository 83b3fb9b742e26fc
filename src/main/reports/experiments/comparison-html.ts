import type { Comparison } from '#shared/model/comparison.ts'
import type { ExperimentOutline } from '#shared/model/experiment-state.ts'
import type { Trial } from '#shared/model/experiment.ts'
import type { RunId } from '#shared/model/ids.ts'
import type { Run } from '#shared/model/run.ts'
import { titleOfItsPreset } from '#shared/words/preset-words.ts'
import { texts } from '#shared/texts/texts.ts'
import { markup } from '../html/markup.ts'
import { htmlPage } from '../html/page.ts'
import { accountBars } from './account-bars.ts'
import { checkList } from './check-list.ts'
import { differenceList } from './difference-list.ts'
import { environmentTable } from './environment-table.ts'
import { experimentHeading } from './experiment-heading.ts'
import { experimentStyle } from './experiment-style.ts'
import { makespanChart } from './makespan-chart.ts'
import { methodTable } from './method-table.ts'
import { optionTables } from './option-tables.ts'
import { rankedVariants } from './ranked-variants.ts'
import { timelines, type TimelineWish } from './timelines.ts'
import { trialTable } from './trial-table.ts'
import { columnDefinitions, variantTable } from './variant-table.ts'

/** The typical run of each variant, as far as it is at hand. */
function typicalRuns(comparison: Comparison, runs: ReadonlyMap<RunId, Run>): TimelineWish[] {
  return rankedVariants(comparison).flatMap(({ variant: { label, typicalRun }, isBaseline }) => {
    const run = typicalRun === null ? undefined : runs.get(typicalRun)
    return run === undefined
      ? []
      : [{ label, note: isBaseline ? texts().experimentReport.baseline : '', run }]
  })
}

function* bodyOf(
  comparison: Comparison,
  outline: ExperimentOutline,
  trials: readonly Trial[],
  runs: ReadonlyMap<RunId, Run>,
): Generator<string> {
  const words = texts().experimentReport
  const { variants, sentence, isComplete, checks, environment, pairing } = comparison
  const headline = {
    kind: words.comparison,
    title: titleOfItsPreset(comparison),
    under: words.variantsCompared(variants.length),
    sentence,
    isComplete,
    checks,
  }
  yield markup`${experimentHeading(headline, outline, trials)}
<main>${environmentTable(comparison)}${checkList(checks)}${makespanChart(comparison)}${variantTable(comparison)}`
    .source
  yield* timelines(typicalRuns(comparison, runs), words.typicalVariants)
  yield markup`${accountBars(comparison)}${differenceList(comparison)}${methodTable(outline, trials, pairing)}
${optionTables(outline, trials, environment)}${trialTable(outline, trials)}${columnDefinitions()}
</main>`.source
}

/**
 * The comparison as one HTML file that needs nothing else. `runs` holds at least the variants' typical runs; one that is missing
 * has no timeline.
 */
export function* comparisonHtml(
  comparison: Comparison,
  outline: ExperimentOutline,
  trials: readonly Trial[],
  runs: ReadonlyMap<RunId, Run>,
): Generator<string> {
  const labels = comparison.variants.map(({ label }) => label).join(', ')
  yield* htmlPage(
    `${titleOfItsPreset(comparison)}: ${labels} – Taskscope`,
    bodyOf(comparison, outline, trials, runs),
    experimentStyle,
  )
}
