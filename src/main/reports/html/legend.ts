import { counted, durationFigure, figureText } from '#shared/format.ts'
import type { Run } from '#shared/model/run.ts'
import { strategies } from '#shared/model/strategy.ts'
import { taskOutcomes } from '#shared/model/task.ts'
import type { RunSummary } from '#shared/model/summary.ts'
import { hueClass, hueCount } from './colors.ts'
import { inlineMark } from './marks.ts'
import { markup, written, type Content, type Markup } from './markup.ts'
import type { Merging } from './merging.ts'
import { stateWords } from '#shared/words/state-words.ts'

/** What lies over or behind the spans. */
export interface Overlays {
  readonly hasChain: boolean
  readonly hasBlocked: boolean
}

const mostGroups = 24

const item = (picture: Content, text: Content): Markup => markup`<li>${picture} ${text}</li>`

/** A piece of a span; `shape` is SVG in a box of 24 × 12. */
const swatch = (shape: Markup): Markup =>
  markup`<svg class="swatch" viewBox="0 0 24 12" width="24" height="12" aria-hidden="true">${shape}</svg>`

const solid = markup`<rect class="solid" width="24" height="12"/>`
const faint = markup`<rect class="faint" x="0.5" y="0.5" width="23" height="11"/>`
const outlined = markup`<rect class="suspended" x="0.5" y="0.5" width="23" height="11"/>`
const hatched = markup`${outlined}<rect class="ready" width="24" height="12"/>`

function* groupItems({ header }: Run, isAlone: boolean): Generator<Markup> {
  const { groups } = header.plan
  const { placement } = strategies[header.strategy]
  for (const [position, { name, kind, count }] of groups.slice(0, mostGroups).entries()) {
    // Of several runs each may have another form: the hue alone is what they share.
    const shape = isAlone && placement[kind].form === 'async' ? faint : solid
    const times = count > 1 ? markup` <span class="muted">× ${count.toLocaleString('en-US')}</span>` : null
    yield item(swatch(markup`<g class="${hueClass(position)}">${shape}</g>`), [written(name), times])
  }
  if (groups.length > mostGroups)
    yield item(null, `and ${counted(groups.length - mostGroups, 'more group')}: see the plan`)
}

function* shapeItems(
  { header, tasks, slices }: Run,
  { outcomes }: RunSummary,
  merging: Merging,
  { hasChain, hasBlocked }: Overlays,
): Generator<Markup> {
  const { placement } = strategies[header.strategy]
  const forms = new Set(header.plan.groups.map(({ kind }) => placement[kind].form))
  const grey = (shape: Markup): Markup => swatch(markup`<g class="grey">${shape}</g>`)
  if (slices.count > 0) {
    yield item(grey(solid), 'on CPU')
    yield item(grey(hatched), 'ready, but without a core or the loop')
    yield item(grey(outlined), 'suspended')
  }
  if (forms.has('blocking') && slices.count === 0) yield item(grey(solid), 'has its thread to itself')
  if (forms.has('async'))
    yield item(
      grey(faint),
      `gives its thread away while it waits${slices.count > 0 ? ', or too short to be told apart' : ''}`,
    )
  if (hasBlocked)
    yield item(
      swatch(markup`<rect class="blocked" width="24" height="12"/>`),
      `one task held the loop for more than ${figureText(durationFigure(header.options.blockedLoopMs))}`,
    )
  if (hasChain)
    yield item(
      swatch(markup`<g class="chain"><path d="M0 8H10V3H24"/></g>`),
      'critical chain: what set the makespan',
    )
  if (outcomes.cancelled > 0 && !forms.has('async')) yield item(grey(faint), 'cancelled')
  if (tasks.count > 0) yield item(grey(markup`<path class="wait" d="M0 6H24"/>`), 'queue wait')
  if (merging.tasks > 0) {
    const shades = [0, 1, 2, 3].map(
      (strength) => markup`<rect class="d${strength}" x="${strength * 6}" width="6" height="12"/>`,
    )
    yield item(swatch(markup`<g class="grey">${shades}</g>`), 'many short tasks, by share of time')
    if (header.plan.groups.length > 1) {
      yield item(swatch(markup`<rect class="mixed" width="24" height="12"/>`), 'of several groups')
    }
    if (!merging.marksEach) {
      yield item(
        swatch(
          markup`<g class="grey"><rect class="d1" width="24" height="12"/></g><rect class="notch" x="10" width="4" height="4"/>`,
        ),
        'some did not succeed',
      )
    }
  }
  for (const outcome of taskOutcomes) {
    if (outcomes[outcome] > 0) yield item(inlineMark(outcome), stateWords[outcome])
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
function onlyOnce(items: readonly Markup[]): Markup[] {
  return [...new Map(items.map((entry) => [entry.source, entry])).values()]
}

/** What the colours, fills and marks of timelines mean: only those that occur. */
export function legend(drawn: readonly DrawnRun[]): Markup {
  const groups = onlyOnce(drawn.flatMap(({ run }) => [...groupItems(run, drawn.length === 1)]))
  const shapes = onlyOnce(
    drawn.flatMap(({ run, summary, merging, overlays }) => [...shapeItems(run, summary, merging, overlays)]),
  )
  const hues = drawn.some(({ run }) => run.header.plan.groups.length > hueCount)
    ? markup`<p class="muted">More groups than colours: every ${hueCount} groups the colours begin again.</p>`
    : null
  return markup`
<ul class="legend">${groups}</ul>
<ul class="legend">${shapes}</ul>${hues}`
}

/** The scale of the heat strip. */
export function coreLegend(): Markup {
  return markup`
<ul class="legend"><li>core: 0<span class="unit">\u202f%</span> <span class="ramp"></span> 100<span class="unit">\u202f%</span> busy</li>
<li><svg class="swatch" viewBox="0 0 24 12" width="24" height="12" aria-hidden="true"><rect width="24" height="12" fill="url(#hatch)"/></svg> not measured, or over too short a time to mean anything</li></ul>`
}
