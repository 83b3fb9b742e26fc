import { criticalChain } from '#shared/analysis/critical-chain.ts'
import { summarize } from '#shared/analysis/summary.ts'
import { countText } from '#shared/format.ts'
import type { Run } from '#shared/model/run.ts'
import { texts } from '#shared/texts/texts.ts'
import type { ExportFacts } from '../exporter.ts'
import { hatchPattern } from '../html/cores-track.ts'
import { pageTitle } from '../html/heading.ts'
import { legendLists } from '../html/legend.ts'
import { markShapes } from '../html/marks.ts'
import { markup, Markup } from '../html/markup.ts'
import { timelineOf, type Timeline } from '../html/picture.ts'
import { readyPatterns } from '../html/span-fill.ts'
import { contentWidth, marginPx, type Block } from './block.ts'
import { figuresBlock } from './figures-block.ts'
import { headingBlock } from './heading-block.ts'
import { coreLegendBlock, legendBlock } from './legend-block.ts'
import { PlainAttributes } from './plain-attributes.ts'
import { svgStyleSheet } from './svg-style.ts'
import { tracksBlock } from './tracks-block.ts'

const gapPx = 16

/** A picture, and its size in CSS pixels. */
export interface SvgPicture {
  readonly width: number
  readonly height: number
  readonly pieces: Iterable<string>
}

/** The definitions that a page keeps in a drawing of their own. */
function definitionsOf({ source }: Markup): Markup {
  return new Markup(source.slice(source.indexOf('<defs>'), source.lastIndexOf('</defs>') + '</defs>'.length))
}

function noteBlock(text: string): Block {
  return { height: 16, pieces: [markup`<text class="muted legend-text" x="0" y="11">${text}</text>`] }
}

function notes({ drawn: { merging, run } }: Timeline): Block[] {
  if (merging.tasks === 0) return []
  const words = texts().reportTracks.merged
  const { count } = run.tasks
  const which = merging.tasks === count ? words.all(count) : words.some(countText(merging.tasks), count)
  return [noteBlock(words.narrow(which, merging.tasks === 1, merging.leastPx))]
}

/** The blocks below each other, dressed by attributes alone. */
function* draw(
  run: Run,
  blocks: readonly Block[],
  width: number,
  height: number,
  facts: ExportFacts,
): Generator<string> {
  const plain = new PlainAttributes(svgStyleSheet())
  const title = pageTitle(run)
  const begin = markup`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${title}" font-family="system-ui, 'Segoe UI', 'Liberation Sans', sans-serif">`
  yield '<?xml version="1.0" encoding="UTF-8"?>\n'
  yield plain.dress(begin.source)
  yield markup`<title>${title}</title><desc>${texts().reportPage.drawnBy(run.header.id, facts.taskscope)}</desc>`
    .source
  yield plain.dress(
    markup`${[markShapes(), readyPatterns(), hatchPattern()].map(definitionsOf)}<rect class="ground" width="${width}" height="${height}"/>\n`
      .source,
  )
  let y = marginPx
  for (const block of blocks) {
    yield plain.dress(`<g transform="translate(${marginPx} ${y})">`)
    for (const piece of block.pieces) yield plain.dress(piece.source)
    yield plain.dress('</g>\n')
    y += block.height + gapPx
  }
  yield plain.dress('</svg>\n')
}

/** The timeline of a run as one SVG picture that stands by itself: in the light, without scripts, without anything from outside. */
export function timelineSvg(run: Run, facts: ExportFacts): SvgPicture {
  const summary = summarize(run)
  const timeline = timelineOf(run, summary, criticalChain(run))
  const blocks = [
    headingBlock(run, summary, facts),
    figuresBlock(summary),
    legendBlock(legendLists([timeline.drawn])),
    tracksBlock(timeline),
    ...(run.samples.count > 0 ? [coreLegendBlock()] : []),
    ...notes(timeline),
  ]
  const width = contentWidth + 2 * marginPx
  const height = blocks.reduce((sum, block) => sum + block.height + gapPx, 2 * marginPx - gapPx)
  return { width, height, pieces: draw(run, blocks, width, height, facts) }
}
