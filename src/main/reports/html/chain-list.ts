import { counted, durationFigure, figureText } from '#shared/format.ts'
import type { ChainLink } from '#shared/model/critical-chain.ts'
import { taskName } from '#shared/model/plan.ts'
import type { Run } from '#shared/model/run.ts'
import { figureMarkup } from './figure-markup.ts'
import { markup, written, type Markup } from './markup.ts'
import { whereTheRestIs } from './words.ts'

const mostLinks = 200

const kindWords: Readonly<Record<ChainLink['kind'], string>> = {
  queue: 'waited in the queue',
  dispatch: 'was on its way to its slot',
  run: 'ran',
}

const reasonWords: Readonly<Record<ChainLink['because'], string>> = {
  submitted: 'nothing held it up before',
  'slot-was-taken': 'its slot was taken until then',
  'loop-was-held': 'another task had the loop until then',
}

function sumOf(chain: readonly ChainLink[], kind: ChainLink['kind']): number {
  return chain.reduce((sum, link) => (link.kind === kind ? sum + link.toMs - link.fromMs : sum), 0)
}

function sentence(chain: readonly ChainLink[]): string {
  const ms = (kind: ChainLink['kind']): number => sumOf(chain, kind)
  const time = (kind: ChainLink['kind']): string => figureText(durationFigure(ms(kind)))
  const tasks = chain.filter(({ kind }) => kind === 'run').length
  const parts = [
    `${counted(tasks, 'stretch', 'stretches')} of tasks, ${time('run')} in all`,
    ...(ms('dispatch') > 0 ? [`${time('dispatch')} for handing over`] : []),
    ...(ms('queue') > 0 ? [`${time('queue')} in the queue before the first`] : []),
  ]
  return `The critical chain is what set the makespan, drawn as a line through the timeline: ${parts.join('; ')}.`
}
/** The critical chain link by link; null where there is none. */
export function chainList(run: Run, chain: readonly ChainLink[]): Markup | null {
  if (chain.length === 0) return null
  const { plan, slots } = run.header
  const rows = chain.slice(0, mostLinks).map(
    ({ kind, task, slot, fromMs, toMs, because }) => markup`
<tr><th scope="row">${written(taskName(plan, task))}</th><td>${kindWords[kind]}</td><td>${slots[slot]?.name ?? '–'}</td><td class="figure">${figureMarkup(durationFigure(fromMs))}</td><td class="figure">${figureMarkup(durationFigure(toMs - fromMs))}</td><td>${reasonWords[because]}</td></tr>`,
  )
  const left = chain.length - rows.length
  const note =
    left === 0 ? null : markup`<p class="note">And ${counted(left, 'more link')}. ${whereTheRestIs}</p>`
  return markup`
<p class="note">${sentence(chain)}</p>
<details><summary>Critical chain, link by link</summary>
<div class="scroll" tabindex="0" role="region" aria-label="Critical chain, scrolls sideways">
<table class="links"><thead><tr><th scope="col">task</th><th scope="col">did</th><th scope="col">slot</th><th scope="col" class="figure">from</th><th scope="col" class="figure">for</th><th scope="col">could not begin earlier because</th></tr></thead><tbody>${rows}
</tbody></table></div>${note}</details>`
}
