import { countText, durationFigure, figureText } from '#shared/format.ts'
import type { Run } from '#shared/model/run.ts'
import { strategies } from '#shared/model/strategy.ts'
import { taskOutcomes, type TaskOutcome } from '#shared/model/task.ts'
import type { RunSummary } from '#shared/model/summary.ts'
import { hueClass, hueCount } from './colors.ts'
import { inlineMark } from './marks.ts'
import { markup, written, type Content, type Markup } from './markup.ts'
import type { Merging } from './merging.ts'
import { stateWords } from '#shared/words/state-words.ts'
import { texts } from '#shared/texts/texts.ts'

/** What lies over or behind the spans. */
export interface Overlays {
  readonly hasChain: boolean
  readonly hasBlocked: boolean
}

const mostGroups = 24

/** One thing that a legend explains: by a picture, by the mark of an outcome, or in words only. */
export interface LegendItem {
  /** SVG in a box of 24 × 12; null: there is none. */
  readonly shape: Markup | null
  readonly outcome?: TaskOutcome
  readonly text: string
  /** Stands lighter behind it; empty: nothing does. */
  readonly note: string
  /** A name that somebody wrote. */
  readonly isName?: boolean
}

const item = (shape: Markup | null, text: string): LegendItem => ({ shape, text, note: '' })

const solid = markup`<rect class="solid" width="24" height="12"/>`
const faint = markup`<rect class="faint" x="0.5" y="0.5" width="23" height="11"/>`
const outlined = markup`<rect class="suspended" x="0.5" y="0.5" width="23" height="11"/>`
const hatched = markup`${outlined}<rect class="ready" width="24" height="12"/>`

function* groupItems({ header }: Run, isAlone: boolean): Generator<LegendItem> {
  const { groups } = header.plan
  const { placement } = strategies[header.strategy]
  for (const [position, { name, kind, count }] of groups.slice(0, mostGroups).entries()) {
    // Of several runs each may have another form: the hue alone is what they share.
    const shape = isAlone && placement[kind].form === 'async' ? faint : solid
    yield {
      shape: markup`<g class="${hueClass(position)}">${shape}</g>`,
      text: name,
      note: count > 1 ? `× ${countText(count)}` : '',
      isName: true,
    }
  }
  if (groups.length > mostGroups)
    yield item(null, texts().reportTracks.legend.moreGroups(groups.length - mostGroups))
}

function* shapeItems(
  { header, tasks, slices }: Run,
  { outcomes }: RunSummary,
  merging: Merging,
  { hasChain, hasBlocked }: Overlays,
): Generator<LegendItem> {
  const { placement } = strategies[header.strategy]
  const forms = new Set(header.plan.groups.map(({ kind }) => placement[kind].form))
  const words = texts().reportTracks.legend
  const grey = (shape: Content): Markup => markup`<g class="grey">${shape}</g>`
  if (slices.count > 0) {
    yield item(grey(solid), words.onCpu)
    yield item(grey(hatched), words.ready)
    yield item(grey(outlined), words.suspended)
  }
  if (forms.has('blocking') && slices.count === 0) yield item(grey(solid), words.ownThread)
  if (forms.has('async')) yield item(grey(faint), slices.count > 0 ? words.givesAwayOrShort : words.givesAway)
  if (hasBlocked)
    yield item(
      markup`<rect class="blocked" width="24" height="12"/>`,
      words.held(figureText(durationFigure(header.options.blockedLoopMs))),
    )
  if (hasChain) yield item(markup`<g class="chain"><path d="M0 8H10V3H24"/></g>`, words.chain)
  if (outcomes.cancelled > 0 && !forms.has('async')) yield item(grey(faint), words.cancelled)
  if (tasks.count > 0) yield item(grey(markup`<path class="wait" d="M0 6H24"/>`), words.queueWait)
  if (merging.tasks > 0) {
    const shades = [0, 1, 2, 3].map(
      (strength) => markup`<rect class="d${strength}" x="${strength * 6}" width="6" height="12"/>`,
    )
    yield item(grey(shades), words.manyShort)
    if (header.plan.groups.length > 1) {
      yield item(markup`<rect class="mixed" width="24" height="12"/>`, words.severalGroups)
    }
    if (!merging.marksEach) {
      yield item(
        markup`<g class="grey"><rect class="d1" width="24" height="12"/></g><rect class="notch" x="10" width="4" height="4"/>`,
        words.someDidNot,
      )
    }
  }
  for (const outcome of taskOutcomes) {
    if (outcomes[outcome] > 0) yield { shape: null, outcome, text: stateWords[outcome], note: '' }
  }
}

/** A timeline that a legend is about. */
export interface DrawnRun {
  readonly run: Run
  readonly summary: RunSummary
  readonly merging: Merging
  readonly overlays: Overlays
}

/** Each once, where several runs have the same. */
function onlyOnce(items: readonly LegendItem[]): LegendItem[] {
  return [...new Map(items.map((entry) => [entryMarkup(entry).source, entry])).values()]
}

function entryMarkup({ shape, outcome, text, note, isName }: LegendItem): Markup {
  const swatch =
    shape === null
      ? null
      : markup`<svg class="swatch" viewBox="0 0 24 12" width="24" height="12" aria-hidden="true">${shape}</svg>`
  const picture = outcome === undefined ? swatch : inlineMark(outcome)
  const behind = note === '' ? null : markup` <span class="muted">${note}</span>`
  return markup`<li>${picture} ${isName === true ? written(text) : text}${behind}</li>`
}

/** What colours mean, and what fills and marks mean: only those that occur. */
export interface LegendLists {
  readonly groups: readonly LegendItem[]
  readonly shapes: readonly LegendItem[]
  /** Whether there are more groups than colours. */
  readonly hasRepeatedHues: boolean
}

export function legendLists(drawn: readonly DrawnRun[]): LegendLists {
  return {
    groups: onlyOnce(drawn.flatMap(({ run }) => [...groupItems(run, drawn.length === 1)])),
    shapes: onlyOnce(
      drawn.flatMap(({ run, summary, merging, overlays }) => [
        ...shapeItems(run, summary, merging, overlays),
      ]),
    ),
    hasRepeatedHues: drawn.some(({ run }) => run.header.plan.groups.length > hueCount),
  }
}

/** A sentence for a legend with more groups than colours. */
export function repeatedHues(): string {
  return texts().reportTracks.legend.repeatedHues(hueCount)
}

/** What the colours, fills and marks of timelines mean: only those that occur. */
export function legend(drawn: readonly DrawnRun[]): Markup {
  const { groups, shapes, hasRepeatedHues } = legendLists(drawn)
  const hues = hasRepeatedHues ? markup`<p class="muted">${repeatedHues()}</p>` : null
  return markup`
<ul class="legend">${groups.map(entryMarkup)}</ul>
<ul class="legend">${shapes.map(entryMarkup)}</ul>${hues}`
}

/** The scale of the heat strip. */
export function coreLegend(): Markup {
  const words = texts().reportTracks.cores
  return markup`
<ul class="legend"><li>${words.legend} 0<span class="unit">\u202f%</span> <span class="ramp"></span> 100<span class="unit">\u202f%</span> ${words.busy}</li>
<li><svg class="swatch" viewBox="0 0 24 12" width="24" height="12" aria-hidden="true"><rect width="24" height="12" fill="url(#hatch)"/></svg> ${words.hatched}</li></ul>`
}
