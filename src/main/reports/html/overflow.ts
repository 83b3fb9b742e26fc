import type { TaskList } from '#shared/analysis/lanes.ts'
import { countText } from '#shared/format.ts'
import type { Run } from '#shared/model/run.ts'
import { overflowHeight } from '#shared/analysis/lane-geometry.ts'
import { texts } from '#shared/texts/texts.ts'
import { markup, type Markup } from './markup.ts'
import { plotWidth, type TimeScale } from './time-scale.ts'

/** Columns of this width are counted together. */
const columnPx = 4
const strengths = 4

/** The tasks beyond the last sub-lane: how many are in progress, as shade and in words. */
export function drawOverflow(run: Run, scale: TimeScale, list: TaskList, y: number): Markup {
  const columns = plotWidth / columnPx + 1
  const changes = new Int32Array(columns + 1)
  const change = (column: number, by: number): void => {
    changes[column] = (changes[column] as number) + by
  }
  for (let position = 0; position < list.count; position++) {
    const task = list.tasks[position] as number
    const finishedMs = run.tasks.finishedMs[task] as number
    change(Math.floor(scale.x(run.tasks.startedMs[task] as number) / columnPx), 1)
    change(Math.floor(scale.x(Number.isNaN(finishedMs) ? run.nowMs : finishedMs) / columnPx) + 1, -1)
  }
  let running = 0
  const counts = changes.map((by) => (running += by))
  const most = counts.reduce((highest, count) => Math.max(highest, count), 1)
  const paths = Array.from({ length: strengths }, () => '')
  counts.forEach((count, column) => {
    if (count === 0) return
    const strength = Math.min(strengths - 1, Math.floor((count / most) * strengths))
    const left = column * columnPx
    paths[strength] =
      `${paths[strength] ?? ''}M${left} ${y}h${Math.min(columnPx, plotWidth - left)}v${overflowHeight}h${-Math.min(columnPx, plotWidth - left)}z`
  })
  const shades = paths.map((path, strength) =>
    path === '' ? null : markup`<path class="mixed o${strength}" d="${path}"/>`,
  )
  return markup`${shades}<text x="14" y="${y + 12}">${texts().reportTracks.tasks.overflow(countText(most))}</text>`
}
