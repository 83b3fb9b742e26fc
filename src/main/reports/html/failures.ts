import { counted, countText } from '#shared/format.ts'
import { taskName } from '#shared/model/plan.ts'
import type { Run } from '#shared/model/run.ts'
import { markup, written, type Markup } from './markup.ts'
import { shortened } from './plain-text.ts'
import { whereTheRestIs } from './words.ts'

const mostFailures = 200
const mostMessage = 2_000

/** Every failure with its whole message, in the order of the plan; null when there was none. */
export function failureList(run: Run): Markup | null {
  const { failures, header } = run
  if (failures.size === 0) return null
  const shown = [...failures.keys()].sort((one, other) => one - other).slice(0, mostFailures)
  const rows = shown.map((task) => {
    const failure = failures.get(task)
    return markup`\n<tr><th scope="row">${written(taskName(header.plan, task))}</th><td><strong>${written(failure?.name ?? '')}</strong></td><td class="message">${written(shortened(failure?.message ?? '', mostMessage))}</td></tr>`
  })
  const left = failures.size - shown.length
  const note =
    left === 0
      ? null
      : markup`<p class="note">The first ${countText(shown.length)} of ${counted(failures.size, 'failure')}. ${whereTheRestIs}</p>`
  return markup`
<section aria-labelledby="failures-heading"><h2 id="failures-heading">${counted(failures.size, 'failure')}</h2>${note}
<div class="scroll" tabindex="0" role="region" aria-label="Failures, scrolls sideways">
<table><thead><tr><th scope="col">task</th><th scope="col">error</th><th scope="col">message</th></tr></thead><tbody>${rows}
</tbody></table></div></section>`
}
