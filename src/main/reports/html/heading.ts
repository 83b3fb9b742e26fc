import type { Run } from '#shared/model/run.ts'
import type { RunSummary } from '#shared/model/summary.ts'
import { presetSummary, presetTitle } from '#shared/words/preset-words.ts'
import { texts } from '#shared/texts/texts.ts'
import { endingOf, lostRecords } from '../ending.ts'
import { markup, written, type Markup } from './markup.ts'
import { utcText } from './utc-text.ts'

/** The run in one line, for the title of the page. */
export function pageTitle({ header }: Run): string {
  return `${presetTitle(header.preset)} ${texts().strategies[header.strategy].under} – Taskscope`
}

/** What ran, how, when and how it ended. */
export function heading(run: Run, summary: RunSummary): Markup {
  const { preset, strategy, startedAt, id } = run.header
  const { title, under, summary: strategySummary } = texts().strategies[strategy]
  const words = texts().reportPage
  const { look, sign, word, sentence, reason } = endingOf(run, summary)
  const lost = lostRecords(run)
  const dropped =
    lost === ''
      ? null
      : markup`
<p class="ending warning"><strong><span aria-hidden="true">!</span> ${words.ending.incomplete}</strong> ${lost}</p>`
  return markup`
<header>
<p class="muted">${words.report}</p>
<h1>${written(presetTitle(preset))} <span class="under">${under}</span></h1>
<p>${written(presetSummary(preset))}</p>
<p class="muted">${title}: ${strategySummary}</p>
<p class="ending ${look}"><strong><span aria-hidden="true">${sign}</span> ${word}</strong> ${sentence}${reason === '' ? null : written(reason)}</p>${dropped}
<p class="muted">${words.started} <time datetime="${startedAt}">${utcText(startedAt)}</time> · ${words.run} <code>${id}</code> · ${words.preset} <code>${preset.id}</code></p>
</header>`
}
