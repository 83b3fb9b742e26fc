import { countText, counted } from '#shared/format.ts'
import type { Check } from '#shared/model/comparison.ts'
import type { ExperimentOutline } from '#shared/model/experiment-state.ts'
import type { Trial } from '#shared/model/experiment.ts'
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
  const wanted = repeats * variants.length
  const how =
    origin === 'measured' && made < wanted
      ? `${countText(made)} of ${counted(wanted, 'run')} were made before it was stopped. All figures rest on those.`
      : 'It was stopped before all runs were made. All figures rest on those that were.'
  return markup`
<p class="ending warning"><strong><span aria-hidden="true">■</span> Partial</strong> ${how}</p>`
}

/** When it was measured, from the first run begun to the last one begun. */
function whenText(trials: readonly Trial[]): Markup | null {
  const [first, last] = [inOrder(trials)[0], inOrder(trials).at(-1)]
  if (first === undefined || last === undefined) return null
  const time = (iso: string): Markup => markup`<time datetime="${iso}">${utcText(iso)}</time>`
  return first === last
    ? markup`Run at ${time(first.run.startedAt)}`
    : markup`First run ${time(first.run.startedAt)}, last run ${time(last.run.startedAt)}`
}

/** The question, and the answer below it. */
export function experimentHeading(
  { kind, title, under, sentence, isComplete, checks }: Headline,
  outline: ExperimentOutline,
  trials: readonly Trial[],
): Markup {
  const isError = checks.some(({ level }) => level === 'error')
  const isDoubtful = isError || checks.some(({ level }) => level === 'warning')
  const [look, sign, word] = isError
    ? ['danger', '✗', 'No answer']
    : isDoubtful
      ? ['warning', '!', 'Answer, with a warning']
      : ['good', '✓', 'Answer']
  const when = whenText(trials)
  return markup`
<header>
<p class="muted">Taskscope report: ${kind}</p>
<h1>${written(title)} <span class="under">${under}</span></h1>
<p class="ending ${look}"><strong><span aria-hidden="true">${sign}</span> ${word}</strong> ${written(sentence)}</p>${isComplete ? null : partialNote(outline, trials.length)}
<p class="muted">${when}${when === null ? null : ' · '}${counted(trials.length, 'measured run')} · preset <code>${outline.presetId}</code></p>
</header>`
}
