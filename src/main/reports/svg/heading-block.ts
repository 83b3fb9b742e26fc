import type { Run } from '#shared/model/run.ts'
import type { RunSummary } from '#shared/model/summary.ts'
import { presetTitle } from '#shared/words/preset-words.ts'
import { texts } from '#shared/texts/texts.ts'
import { endingOf, lostRecords } from '../ending.ts'
import type { ExportFacts } from '../exporter.ts'
import { markup, type Markup } from '../html/markup.ts'
import { utcText } from '../html/utc-text.ts'
import { contentWidth, type Block } from './block.ts'
import { fitting, widthOf } from './svg-style.ts'

const titlePx = 22
const sentencePx = 13

function endingLine(run: Run, summary: RunSummary, y: number): Markup {
  const { look, sign, word, sentence, reason } = endingOf(run, summary)
  const text = [sentence, reason.split('\n')[0] ?? '', lostRecords(run)]
    .filter((part) => part !== '')
    .join(' ')
  const wordWidth = widthOf(`${sign} ${word}`, sentencePx, 'bold') + 10
  return markup`<g class="${look}"><rect class="card" x="0.5" y="${y + 0.5}" width="${contentWidth - 1}" height="29"/><rect class="tone" y="${y}" width="4" height="30"/><text class="sign" x="14" y="${y + 20}">${sign} ${word}</text></g><text class="sentence" x="${Math.round(14 + wordWidth)}" y="${y + 20}">${fitting(text, contentWidth - wordWidth - 28, sentencePx)}</text>`
}

/** What ran, when and on what, and how it ended. */
export function headingBlock(run: Run, summary: RunSummary, { labels }: ExportFacts): Block {
  const { preset, strategy, startedAt, id, environment } = run.header
  const under = ` ${texts().strategies[strategy].under}`
  const room = contentWidth - widthOf(under, titlePx, 'bold')
  const title = fitting(labels.title === '' ? presetTitle(preset) : labels.title, room, titlePx)
  const facts = [
    `${texts().reportPage.started} ${utcText(startedAt)}`,
    `${environment.cpuModel}, ${texts().nouns.core(environment.cores)}`,
    environment.operatingSystem,
    `${texts().reportPage.run} ${id}`,
  ]
  return {
    height: 92,
    pieces: [
      markup`<text class="heading" x="0" y="20">${title}<tspan class="under">${under}</tspan></text>`,
      markup`<text class="sentence muted" x="0" y="42">${fitting(facts.join(' · '), contentWidth, sentencePx)}</text>`,
      endingLine(run, summary, 54),
    ],
  }
}
