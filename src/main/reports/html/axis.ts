import type { TimeTicks } from '#shared/analysis/time-ticks.ts'
import { durationFigure, figureText } from '#shared/format.ts'
import { texts } from '#shared/texts/texts.ts'
import { markup, type Markup } from './markup.ts'
import { mostTextWidth } from './text-width.ts'
import { plotWidth, px, valuesWidth, type TimeScale } from './time-scale.ts'
import { sideText, type Track } from './track.ts'

/** The shared time axis: a label right of each tick. `id` tells one above and one below apart. */
export function axisTrack(id: string, scale: TimeScale, { ticks }: TimeTicks): Track {
  const labels = ticks.map(({ atMs, label }): Markup | null => {
    const x = scale.x(atMs) + 4
    // The column of values is free here, but no more than that.
    if (x + mostTextWidth(label) > plotWidth + valuesWidth) return null
    return markup`<text class="muted" x="${px(x)}" y="14">${label}</text>`
  })
  const words = texts().reportTracks.axis
  return {
    id,
    title: words.title,
    description: words.description(figureText(durationFigure(scale.endMs))),
    height: 20,
    ...(id === 'axis-above' ? { bond: 'axis' as const } : {}),
    names: sideText(14, words.time, 'muted'),
    values: null,
    plot: [markup`${labels}`],
  }
}
