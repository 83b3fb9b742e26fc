import { garbageCollection } from '#shared/analysis/garbage.ts'
import { runExtent, type RunExtent } from '#shared/analysis/run-extent.ts'
import { sumWithin } from '#shared/analysis/sampled-time.ts'
import { slotMigrations } from '#shared/analysis/slot-core.ts'
import { countText, durationFigure, percentFigure, type Figure } from '#shared/format.ts'
import type { SlotIndex } from '#shared/model/ids.ts'
import type { Run } from '#shared/model/run.ts'
import type { Milliseconds } from '#shared/model/units.ts'
import { texts } from '#shared/texts/texts.ts'
import { figureMarkup } from './figure-markup.ts'
import { markup, type Markup } from './markup.ts'
import { whereTheRestIs } from './words.ts'

const mostSlots = 256

/** What a slot's thread did while the run lasted, from the samples. Null: not known. */
interface SlotUse {
  readonly tasks: number
  readonly onCpuMs: Milliseconds | null
  readonly readyMs: Milliseconds | null
  /** Neither: without a task, or waiting. */
  readonly idleMs: Milliseconds | null
  readonly collectionMs: Milliseconds
  readonly migrations: number | null
}

function countTasks({ tasks, header }: Run): Uint32Array {
  const counts = new Uint32Array(header.slots.length)
  for (const slot of tasks.slot) if (slot >= 0) counts[slot] = (counts[slot] as number) + 1
  return counts
}

/** What was used within the run, scaled from the part of it that samples cover to all of it. */
function sampledMs(run: Run, column: Float32Array | undefined, extent: RunExtent): Milliseconds | null {
  if (column === undefined) return null
  const { usedMs, knownMs } = sumWithin(run.samples, extent, (row) => column[row] as number)
  return knownMs > 0 ? (usedMs * (extent.toMs - extent.fromMs)) / knownMs : null
}

function useOf(
  run: Run,
  slot: SlotIndex,
  extent: RunExtent,
): Pick<SlotUse, 'onCpuMs' | 'readyMs' | 'idleMs'> {
  const onCpuMs = sampledMs(run, run.samples.slotOnCpuMs[slot], extent)
  const readyMs = sampledMs(run, run.samples.slotReadyMs[slot], extent)
  const lengthMs = extent.toMs - extent.fromMs
  return {
    onCpuMs,
    readyMs,
    idleMs: onCpuMs === null ? null : Math.max(0, lengthMs - onCpuMs - (readyMs ?? 0)),
  }
}

const number = (value: number | null): Figure => ({
  value: value === null ? '–' : countText(value),
  unit: '',
})

function row(name: string, use: SlotUse, lengthMs: Milliseconds): Markup {
  const withShare = (ms: Milliseconds | null): Markup =>
    markup`<td class="figure">${figureMarkup(durationFigure(ms))}</td><td class="figure">${figureMarkup(percentFigure(ms === null ? null : ms / lengthMs))}</td>`
  const plain = (figure: Figure): Markup => markup`<td class="figure">${figureMarkup(figure)}</td>`
  return markup`
<tr><th scope="row">${name}</th>${plain(number(use.tasks))}${withShare(use.onCpuMs)}${withShare(use.readyMs)}${withShare(use.idleMs)}${plain(durationFigure(use.collectionMs))}${plain(number(use.migrations))}</tr>`
}

/** What each slot's thread did; null where nothing ran. */
export function slotTable(run: Run): Markup | null {
  const extent = runExtent(run)
  if (extent === null || !(extent.toMs > extent.fromMs)) return null
  const words = texts().reportTables.slots
  const counts = countTasks(run)
  const { bySlot } = garbageCollection(run)
  const migrations = slotMigrations(run)
  const { slots, measurement } = run.header
  const rows = slots.slice(0, mostSlots).map(({ index, name }) =>
    row(
      name,
      {
        tasks: counts[index] ?? 0,
        ...useOf(run, index, extent),
        collectionMs: bySlot[index] ?? 0,
        migrations: measurement.slotThreads === 'none' ? null : (migrations[index] ?? null),
      },
      extent.toMs - extent.fromMs,
    ),
  )
  const left = slots.length - rows.length
  const more = left > 0 ? `${words.shown(countText(rows.length))} ${whereTheRestIs()}` : ''
  const head = ({ title, explanation }: { title: string; explanation: string }, span = 1): Markup =>
    markup`<th scope="col" class="figure" colspan="${span}" title="${explanation}">${title}</th>`
  return markup`
<section aria-labelledby="slots-heading"><h2 id="slots-heading">${words.heading}</h2>
<p class="note">${words.note}${more}</p>
<div class="scroll" tabindex="0" role="region" aria-label="${words.scrolls}">
<table class="slots"><thead><tr><th scope="col">${words.slot}</th>${head(words.tasks)}${head(words.onCpu, 2)}${head(words.ready, 2)}${head(words.idle, 2)}${head(words.collections)}${head(words.migrations)}</tr></thead><tbody>${rows}
</tbody></table></div></section>`
}
