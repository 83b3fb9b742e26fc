import { counted, countText } from '#shared/format.ts'
import type { Run } from '#shared/model/run.ts'
import { strategies } from '#shared/model/strategy.ts'
import type { RunSummary } from '#shared/model/summary.ts'
import { markup, written, type Content, type Markup } from './markup.ts'
import { shortened } from './plain-text.ts'
import { utcText } from './utc-text.ts'

const mostMessage = 2_000

/** How the run ended: a sign and a word for those in a hurry, and a sentence. */
interface Ending {
  readonly look: 'good' | 'warning' | 'danger'
  readonly sign: string
  readonly word: string
  readonly sentence: Content
}

function unsuccessful({ outcomes, unfinished }: RunSummary): number {
  return outcomes.failed + outcomes.cancelled + outcomes['timed-out'] + unfinished
}

function endingOf({ phase, tasks }: Run, summary: RunSummary): Ending {
  const bad = unsuccessful(summary)
  const count = counted(tasks.count, 'task')
  switch (phase.kind) {
    case 'completed':
      if (bad === 0)
        return {
          look: 'good',
          sign: '✓',
          word: 'Completed',
          sentence: tasks.count === 1 ? 'Its one task succeeded.' : `All ${count} succeeded.`,
        }
      return {
        look: 'warning',
        sign: '!',
        word: 'Completed',
        sentence: `${countText(bad)} of ${count} did not succeed.`,
      }
    case 'cancelled':
      return {
        look: 'warning',
        sign: '■',
        word: 'Cancelled',
        sentence: `The run was stopped before it was done: ${countText(bad)} of ${count} did not succeed. The figures cover only what ran.`,
      }
    case 'broken':
      return {
        look: 'danger',
        sign: '✗',
        word: 'Broken',
        sentence: [
          'The run could not go on; what was recorded until then is here. The reason: ',
          written(shortened(phase.message, mostMessage)),
        ],
      }
    case 'running':
    case 'cancelling':
      return {
        look: 'warning',
        sign: '▸',
        word: 'Not finished',
        sentence: `The run was still going on when this was written: ${countText(summary.unfinished)} of ${count} had no end yet.`,
      }
  }
}

/** The run in one line, for the title of the page. */
export function pageTitle({ header }: Run): string {
  return `${header.preset.title} under ${strategies[header.strategy].title.toLowerCase()} – Taskscope`
}

/** What ran, how, when and how it ended. */
export function heading(run: Run, summary: RunSummary): Markup {
  const { preset, strategy, startedAt, id } = run.header
  const { title, summary: strategySummary } = strategies[strategy]
  const { look, sign, word, sentence } = endingOf(run, summary)
  const dropped =
    run.droppedEvents === 0
      ? null
      : markup`
<p class="ending warning"><strong><span aria-hidden="true">!</span> Incomplete</strong> ${counted(run.droppedEvents, 'record')} of what happened could not be kept: times and figures may be missing.</p>`
  return markup`
<header>
<p class="muted">Taskscope report</p>
<h1>${written(preset.title)} <span class="under">under ${title.toLowerCase()}</span></h1>
<p>${written(preset.summary)}</p>
<p class="muted">${title}: ${strategySummary}</p>
<p class="ending ${look}"><strong><span aria-hidden="true">${sign}</span> ${word}</strong> ${sentence}</p>${dropped}
<p class="muted">Started <time datetime="${startedAt}">${utcText(startedAt)}</time> · run <code>${id}</code> · preset <code>${preset.id}</code></p>
</header>`
}
