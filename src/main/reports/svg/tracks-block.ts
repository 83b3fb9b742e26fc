import type { Timeline } from '../html/picture.ts'
import { markup, type Markup } from '../html/markup.ts'
import { namesWidth } from '../html/time-scale.ts'
import { gridLines, type Track } from '../html/track.ts'
import { contentWidth, type Block } from './block.ts'

function* drawTrack({ scale, ticks }: Timeline, track: Track, y: number): Generator<Markup> {
  const { title, description, height, names, values, plot } = track
  // A single element to a piece would not do: a drawing goes over many.
  const begin = markup`<g role="img" aria-label="${`${title}. ${description}`}" transform="translate(0 ${y})"><g class="names">${names}</g><g class="plot" transform="translate(${namesWidth} 0)">${gridLines(scale, ticks, height)}`
  yield begin
  yield* plot
  yield markup`<g>${values}</g></g></g>\n`
}

/** The tracks of a timeline below each other, with lines between them. */
export function tracksBlock(timeline: Timeline): Block {
  const { tracks } = timeline
  let height = 1
  const tops = tracks.map((track) => {
    const top = height
    height += track.height + 1
    return top
  })
  function* pieces(): Generator<Markup> {
    for (const [position, track] of tracks.entries()) {
      const y = (tops[position] ?? 0) - 1
      if (track.bond !== 'more') yield markup`<path class="rule" d="M0 ${y + 0.5}H${contentWidth}"/>`
      yield* drawTrack(timeline, track, y + 1)
    }
    yield markup`<path class="rule" d="M0 ${height - 0.5}H${contentWidth}"/><path class="rule" d="M${namesWidth - 0.5} 0V${height}"/>`
  }
  return { height, pieces: pieces() }
}
