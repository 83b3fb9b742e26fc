import type { Run } from '#shared/model/run.ts'
import { strategies } from '#shared/model/strategy.ts'
import type { RunSummary } from '#shared/model/summary.ts'
import { endingOf, lostRecords } from '../ending.ts'
import { markup, written, type Markup } from './markup.ts'
import { utcText } from './utc-text.ts'

/** The run in one line, for the title of the page. */
export function pageTitle({ header }: Run): string {
  return `${header.preset.title} under ${strategies[header.strategy].title.toLowerCase()} – Taskscope`
}

/** What ran, how, when and how it ended. */
export function heading(run: Run, summary: RunSummary): Markup {
  const { preset, strategy, startedAt, id } = run.header
  const { title, summary: strategySummary } = strategies[strategy]
  const { look, sign, word, sentence, reason } = endingOf(run, summary)
  const lost = lostRecords(run)
  const dropped =
    lost === ''
      ? null
      : markup`
<p class="ending warning"><strong><span aria-hidden="true">!</span> Incomplete</strong> ${lost}</p>`
  return markup`
<header>
<p class="muted">Taskscope report</p>
<h1>${written(preset.title)} <span class="under">under ${title.toLowerCase()}</span></h1>
<p>${written(preset.summary)}</p>
<p class="muted">${title}: ${strategySummary}</p>
<p class="ending ${look}"><strong><span aria-hidden="true">${sign}</span> ${word}</strong> ${sentence}${reason === '' ? null : written(reason)}</p>${dropped}
<p class="muted">Started <time datetime="${startedAt}">${utcText(startedAt)}</time> · run <code>${id}</code> · preset <code>${preset.id}</code></p>
</header>`
}
