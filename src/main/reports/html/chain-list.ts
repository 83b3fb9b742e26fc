import { durationFigure, figureText } from '#shared/format.ts'
import type { ChainLink } from '#shared/model/critical-chain.ts'
import { taskName } from '#shared/model/plan.ts'
import type { Run } from '#shared/model/run.ts'
import { texts } from '#shared/texts/texts.ts'
import { figureMarkup } from './figure-markup.ts'
import { markup, written, type Markup } from './markup.ts'
import { whereTheRestIs } from './words.ts'

const mostLinks = 200

function sumOf(chain: readonly ChainLink[], kind: ChainLink['kind']): number {
  return chain.reduce((sum, link) => (link.kind === kind ? sum + link.toMs - link.fromMs : sum), 0)
}

function sentence(chain: readonly ChainLink[]): string {
  const words = texts().reportTracks.chain
  const ms = (kind: ChainLink['kind']): number => sumOf(chain, kind)
  const time = (kind: ChainLink['kind']): string => figureText(durationFigure(ms(kind)))
  const tasks = chain.filter(({ kind }) => kind === 'run').length
  const parts = [
    words.stretches(tasks, time('run')),
    ...(ms('dispatch') > 0 ? [words.handingOver(time('dispatch'))] : []),
    ...(ms('queue') > 0 ? [words.inQueue(time('queue'))] : []),
  ]
  return words.said(parts)
}
/** The critical chain link by link; null where there is none. */
export function chainList(run: Run, chain: readonly ChainLink[]): Markup | null {
  if (chain.length === 0) return null
  const { plan, slots } = run.header
  const words = texts().reportTracks.chain
  const rows = chain.slice(0, mostLinks).map(
    ({ kind, task, slot, fromMs, toMs, because }) => markup`
<tr><th scope="row">${written(taskName(plan, task))}</th><td>${words.kinds[kind]}</td><td>${slots[slot]?.name ?? '–'}</td><td class="figure">${figureMarkup(durationFigure(fromMs))}</td><td class="figure">${figureMarkup(durationFigure(toMs - fromMs))}</td><td>${words.reasons[because]}</td></tr>`,
  )
  const left = chain.length - rows.length
  const note = left === 0 ? null : markup`<p class="note">${words.more(left)} ${whereTheRestIs()}</p>`
  return markup`
<p class="note">${sentence(chain)}</p>
<details><summary>${words.linkByLink}</summary>
<div class="scroll" tabindex="0" role="region" aria-label="${words.scrolls}">
<table class="links"><thead><tr><th scope="col">${words.task}</th><th scope="col">${words.did}</th><th scope="col">${words.slot}</th><th scope="col" class="figure">${words.from}</th><th scope="col" class="figure">${words.lasted}</th><th scope="col">${words.because}</th></tr></thead><tbody>${rows}
</tbody></table></div>${note}</details>`
}
