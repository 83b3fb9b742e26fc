import { countText } from '#shared/format.ts'
import type { Check } from '#shared/model/comparison.ts'
import type { ExperimentOutline } from '#shared/model/experiment-state.ts'
import type { Trial } from '#shared/model/experiment.ts'
import { texts } from '#shared/texts/texts.ts'
import { markup, written, type Content, type Markup } from '../html/markup.ts'
import { utcText } from '../html/utc-text.ts'
import { inOrder } from './trials.ts'

/** What a comparison and a sweep are both headed by. */
export interface Headline {
  /** What kind of report it is. */
  readonly kind: string
  readonly title: string
  /** Stands lighter behind the title. */
  readonly under: Content
  /** The answer. */
  readonly sentence: string
  readonly isComplete: boolean
  readonly checks: readonly Check[]
}

/** Said at the top, because everything below rests on less than was asked for. */
function partialNote({ repeats, variants, origin }: ExperimentOutline, made: number): Markup {
  const words = texts().experimentReport.heading
  const wanted = repeats * variants.length
  const how = origin === 'measured' && made < wanted ? words.madeOf(countText(made), wanted) : words.stopped
  return markup`
<p class="ending warning"><strong><span aria-hidden="true">■</span> ${words.partial}</strong> ${how}</p>`
}

/** When it was measured, from the first run begun to the last one begun. */
function whenText(trials: readonly Trial[]): Markup | null {
  const [first, last] = [inOrder(trials)[0], inOrder(trials).at(-1)]
  if (first === undefined || last === undefined) return null
  const words = texts().experimentReport.heading
  const time = (iso: string): Markup => markup`<time datetime="${iso}">${utcText(iso)}</time>`
  return first === last
    ? markup`${words.runAt} ${time(first.run.startedAt)}`
    : markup`${words.firstRun} ${time(first.run.startedAt)}, ${words.lastRun} ${time(last.run.startedAt)}`
}

/** The question, and the answer below it. */
export function experimentHeading(
  { kind, title, under, sentence, isComplete, checks }: Headline,
  outline: ExperimentOutline,
  trials: readonly Trial[],
): Markup {
  const words = texts().experimentReport.heading
  const isError = checks.some(({ level }) => level === 'error')
  const isDoubtful = isError || checks.some(({ level }) => level === 'warning')
  const [look, sign, word] = isError
    ? ['danger', '✗', words.noAnswer]
    : isDoubtful
      ? ['warning', '!', words.withWarning]
      : ['good', '✓', words.answer]
  const when = whenText(trials)
  return markup`
<header>
<p class="muted">${texts().experimentReport.reportOf(kind)}</p>
<h1>${written(title)} <span class="under">${under}</span></h1>
<p class="ending ${look}"><strong><span aria-hidden="true">${sign}</span> ${word}</strong> ${written(sentence)}</p>${isComplete ? null : partialNote(outline, trials.length)}
<p class="muted">${when}${when === null ? null : ' · '}${words.measuredRuns(trials.length)} · ${words.preset} <code>${outline.presetId}</code></p>
</header>`
}
