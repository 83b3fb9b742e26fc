import { countText } from '#shared/format.ts'
import { taskName } from '#shared/model/plan.ts'
import type { Run } from '#shared/model/run.ts'
import { texts } from '#shared/texts/texts.ts'
import { markup, written, type Markup } from './markup.ts'
import { shortened } from './plain-text.ts'
import { whereTheRestIs } from './words.ts'

const mostFailures = 200
const mostMessage = 2_000

/** Every failure with its whole message, in the order of the plan; null when there was none. */
export function failureList(run: Run): Markup | null {
  const { failures, header } = run
  if (failures.size === 0) return null
  const words = texts().reportPage.failures
  const shown = [...failures.keys()].sort((one, other) => one - other).slice(0, mostFailures)
  const rows = shown.map((task) => {
    const failure = failures.get(task)
    return markup`\n<tr><th scope="row">${written(taskName(header.plan, task))}</th><td><strong>${written(failure?.name ?? '')}</strong></td><td class="message">${written(shortened(failure?.message ?? '', mostMessage))}</td></tr>`
  })
  const left = failures.size - shown.length
  const note =
    left === 0
      ? null
      : markup`<p class="note">${words.first(countText(shown.length), failures.size)} ${whereTheRestIs()}</p>`
  return markup`
<section aria-labelledby="failures-heading"><h2 id="failures-heading">${words.heading(failures.size)}</h2>${note}
<div class="scroll" tabindex="0" role="region" aria-label="${words.scrolls}">
<table><thead><tr><th scope="col">${words.task}</th><th scope="col">${words.error}</th><th scope="col">${words.message}</th></tr></thead><tbody>${rows}
</tbody></table></div></section>`
}
