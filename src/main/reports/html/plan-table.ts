import { countText, durationFigure, figureText, numberText } from '#shared/format.ts'
import type { PlannedGroup } from '#shared/model/plan.ts'
import type { Run } from '#shared/model/run.ts'
import { strategies } from '#shared/model/strategy.ts'
import { describeWorkload } from '#shared/model/workload.ts'
import { hueClass } from './colors.ts'
import { unitText } from '#shared/words/unit-words.ts'
import { texts } from '#shared/texts/texts.ts'
import { figureMarkup } from './figure-markup.ts'
import { markup, written, type Content, type Markup } from './markup.ts'
import { whereTheRestIs } from './words.ts'

const mostGroups = 300

function parameterList({ workload, parameters, calibrated }: PlannedGroup): Content {
  const described = describeWorkload(workload).parameters
  const explained = texts().workloads[workload].parameters
  const items = Object.entries(parameters).map(([name, value]) => {
    const parameter = described[name]
    const unit = parameter?.kind === 'integer' ? unitText(parameter.unit) : ''
    const shown =
      typeof value === 'number' ? figureMarkup({ value: numberText(value), unit }) : written(value)
    return markup`<span class="part" title="${explained[name] ?? ''}"><span class="muted">${name}</span> ${shown}</span> `
  })
  if (calibrated) items.push(markup`<span class="part muted">${texts().reportTables.plan.calibrated}</span>`)
  return items.length === 0 ? texts().reportTables.plan.none : items
}

function wishes({ priority, timeoutMs, cancelAfterMs }: PlannedGroup): string {
  const words = texts().reportTables.plan
  const duration = (ms: number): string => figureText(durationFigure(ms))
  const parts = [
    ...(priority === 0 ? [] : [words.priority(countText(priority))]),
    ...(timeoutMs === null ? [] : [words.stoppedAfter(duration(timeoutMs))]),
    ...(cancelAfterMs === null ? [] : [words.cancelledAfter(duration(cancelAfterMs))]),
  ]
  return parts.length === 0 ? '–' : parts.join(', ')
}

function row(run: Run, group: PlannedGroup, position: number): Markup {
  const { executor, form } = strategies[run.header.strategy].placement[group.kind]
  const { title, summary } = texts().workloads[group.workload]
  return markup`
<tr><th scope="row"><span class="dot ${hueClass(position)}"></span>${written(group.name)}</th><td>${countText(group.count)}</td><td>${group.kind}</td><td title="${summary}">${title}</td><td>${parameterList(group)}</td><td>${texts().reportTables.plan.form(executor, form)}</td><td>${wishes(group)}</td></tr>`
}

/** The exact tasks of the run, group by group. */
export function planTable(run: Run): Markup {
  const { plan } = run.header
  const words = texts().reportTables.plan
  const shown = plan.groups.slice(0, mostGroups)
  const left = plan.groups.length - shown.length
  const note = left === 0 ? '' : `${words.shown(countText(shown.length))} ${whereTheRestIs()}`
  return markup`
<section aria-labelledby="plan-heading"><h2 id="plan-heading">${words.heading}</h2>
<p class="note">${words.said(plan.taskCount, plan.groups.length, plan.seed)}${note}</p>
<div class="scroll" tabindex="0" role="region" aria-label="${words.scrolls}">
<table class="plan"><thead><tr>${Object.values(words.columns).map((title) => markup`<th scope="col">${title}</th>`)}</tr></thead><tbody>${shown.map((group, position) => row(run, group, position))}
</tbody></table></div></section>`
}
