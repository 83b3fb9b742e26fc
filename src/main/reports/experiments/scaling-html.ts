import type { ExperimentOutline } from '#shared/model/experiment-state.ts'
import type { Trial } from '#shared/model/experiment.ts'
import type { RunId } from '#shared/model/ids.ts'
import type { Run } from '#shared/model/run.ts'
import type { Scaling, ScalingPoint } from '#shared/model/scaling.ts'
import { sizeText, sweptSizeWords } from '#shared/words/scaling-words.ts'
import { titleOfItsPreset } from '#shared/words/preset-words.ts'
import { texts } from '#shared/texts/texts.ts'
import { markup } from '../html/markup.ts'
import { htmlPage } from '../html/page.ts'
import { checkList } from './check-list.ts'
import { experimentHeading } from './experiment-heading.ts'
import { experimentStyle } from './experiment-style.ts'
import { lawTable } from './law-table.ts'
import { methodTable } from './method-table.ts'
import { optionTables } from './option-tables.ts'
import { scalingCharts } from './scaling-charts.ts'
import { sizeTable } from './size-table.ts'
import { timelines, type TimelineWish } from './timelines.ts'
import { trialTable } from './trial-table.ts'

/** A size whose typical run is worth a look, and why. */
interface ShownSize {
  readonly point: ScalingPoint
  readonly note: string
}

/** The smallest size, the knee, the best and the largest. */
function shownSizes({ points, knee, bestSize }: Scaling): ShownSize[] {
  const words = texts().experimentReport.sizeNotes
  return points.flatMap((point, at) => {
    const notes = [
      ...(at === 0 ? [words.smallest] : []),
      ...(point.size === knee?.size ? [words.knee] : []),
      ...(point.size === bestSize ? [words.best] : []),
      ...(at > 0 && at === points.length - 1 ? [words.largest] : []),
    ]
    return notes.length === 0 ? [] : [{ point, note: notes.join(', ') }]
  })
}

/** The runs that the report draws: what to give it as `runs`. */
export function runsOfScalingReport(scaling: Scaling): readonly RunId[] {
  return shownSizes(scaling).map(({ point }) => point.typicalRun)
}

function panelsOf(scaling: Scaling, runs: ReadonlyMap<RunId, Run>): TimelineWish[] {
  return shownSizes(scaling).flatMap(({ point, note }) => {
    const run = runs.get(point.typicalRun)
    return run === undefined ? [] : [{ label: sizeText(scaling.size, point.size), note, run }]
  })
}

function* bodyOf(
  scaling: Scaling,
  outline: ExperimentOutline,
  trials: readonly Trial[],
  runs: ReadonlyMap<RunId, Run>,
): Generator<string> {
  const words = texts().experimentReport
  const { strategy, size, points, sentence, isComplete, checks, environment } = scaling
  const headline = {
    kind: words.sweep,
    title: titleOfItsPreset(scaling),
    under: words.sizesOf(texts().strategies[strategy].under, points.length, sweptSizeWords[size].label),
    sentence,
    isComplete,
    checks,
  }
  yield markup`${experimentHeading(headline, outline, trials)}
<main>${checkList(checks)}${scalingCharts(scaling, trials)}${sizeTable(scaling)}${lawTable(scaling)}`.source
  yield* timelines(panelsOf(scaling, runs), words.typicalSizes)
  yield markup`${methodTable(outline, trials, 'rounds')}
${optionTables(outline, trials, environment)}${trialTable(outline, trials)}
</main>`.source
}

/**
 * The sweep as one HTML file that needs nothing else. `runs` holds those of `runsOfScalingReport`; one that is missing has no timeline.
 */
export function* scalingHtml(
  scaling: Scaling,
  outline: ExperimentOutline,
  trials: readonly Trial[],
  runs: ReadonlyMap<RunId, Run>,
): Generator<string> {
  yield* htmlPage(
    `${titleOfItsPreset(scaling)}: ${sweptSizeWords[scaling.size].label} – Taskscope`,
    bodyOf(scaling, outline, trials, runs),
    experimentStyle,
  )
}
