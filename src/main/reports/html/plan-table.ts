import { counted, countText, durationFigure, figureText } from '#shared/format.ts'
import type { PlannedGroup } from '#shared/model/plan.ts'
import type { Run } from '#shared/model/run.ts'
import { strategies } from '#shared/model/strategy.ts'
import { describeWorkload } from '#shared/model/workload.ts'
import { hueClass } from './colors.ts'
import { figureMarkup } from './figure-markup.ts'
import { markup, written, type Content, type Markup } from './markup.ts'
import { whereTheRestIs } from './words.ts'

const mostGroups = 300

function parameterList({ workload, parameters, calibrated }: PlannedGroup): Content {
  const described = describeWorkload(workload).parameters
  const items = Object.entries(parameters).map(([name, value]) => {
    const parameter = described[name]
    const unit = parameter?.kind === 'integer' ? parameter.unit : ''
    const shown =
      typeof value === 'number'
        ? figureMarkup({ value: value.toLocaleString('en-US'), unit })
        : written(value)
    return markup`<span class="part" title="${parameter?.summary ?? ''}"><span class="muted">${name}</span> ${shown}</span> `
  })
  if (calibrated) items.push(markup`<span class="part muted">calibrated on this machine</span>`)
  return items.length === 0 ? 'none' : items
}

function wishes({ priority, timeoutMs, cancelAfterMs }: PlannedGroup): string {
  const duration = (ms: number): string => figureText(durationFigure(ms))
  const parts = [
    ...(priority === 0 ? [] : [`priority ${countText(priority)}`]),
    ...(timeoutMs === null ? [] : [`stopped after ${duration(timeoutMs)}`]),
    ...(cancelAfterMs === null ? [] : [`cancelled ${duration(cancelAfterMs)} after it was queued`]),
  ]
  return parts.length === 0 ? '–' : parts.join(', ')
}

function row(run: Run, group: PlannedGroup, position: number): Markup {
  const { executor, form } = strategies[run.header.strategy].placement[group.kind]
  const { title, summary } = describeWorkload(group.workload)
  return markup`
<tr><th scope="row"><span class="dot ${hueClass(position)}"></span>${written(group.name)}</th><td>${countText(group.count)}</td><td>${group.kind}</td><td title="${summary}">${title}</td><td>${parameterList(group)}</td><td>${executor}, ${form} form</td><td>${wishes(group)}</td></tr>`
}

/** The exact tasks of the run, group by group. */
export function planTable(run: Run): Markup {
  const { plan } = run.header
  const shown = plan.groups.slice(0, mostGroups)
  const left = plan.groups.length - shown.length
  const note = left === 0 ? '' : ` Shown are the first ${countText(shown.length)}. ${whereTheRestIs}`
  return markup`
<section aria-labelledby="plan-heading"><h2 id="plan-heading">Plan</h2>
<p class="note">${counted(plan.taskCount, 'task')} in ${counted(plan.groups.length, 'group')}, seed ${plan.seed}.${note}</p>
<div class="scroll" tabindex="0" role="region" aria-label="Plan, scrolls sideways">
<table class="plan"><thead><tr><th scope="col">group</th><th scope="col">tasks</th><th scope="col">kind</th><th scope="col">workload</th><th scope="col">parameters of each task</th><th scope="col">ran on</th><th scope="col">limits</th></tr></thead><tbody>${shown.map((group, position) => row(run, group, position))}
</tbody></table></div></section>`
}
