import type { Environment } from '#shared/model/environment.ts'
import type { ExperimentOutline } from '#shared/model/experiment-state.ts'
import type { Trial } from '#shared/model/experiment.ts'
import type { Fact } from '#shared/words/environment-facts.ts'
import { texts } from '#shared/texts/texts.ts'
import { factTable } from '../html/fact-table.ts'
import { markup, written, type Markup } from '../html/markup.ts'
import { machineTable, optionFacts } from '../html/settings.ts'

/** A variant with the options of its first run. */
interface NamedFacts {
  readonly label: string
  readonly facts: readonly Fact[]
}

function optionsOf({ variants }: ExperimentOutline, trials: readonly Trial[]): NamedFacts[] {
  return variants.flatMap(({ label }, position) => {
    const first = trials.find(({ variant }) => variant === position)
    return first === undefined ? [] : [{ label, facts: optionFacts(first.run.options) }]
  })
}

function differingTable(each: readonly NamedFacts[], isShared: (at: number) => boolean): Markup | null {
  const rows = (each[0]?.facts ?? []).flatMap(([name], at) =>
    isShared(at)
      ? []
      : [
          markup`
<tr><th scope="row">${name}</th>${each.map(({ facts }) => markup`<td>${facts[at]?.[1] ?? ''}</td>`)}</tr>`,
        ],
  )
  if (rows.length === 0) return null
  const heads = each.map(({ label }) => markup`<th scope="col">${written(label)}</th>`)
  return markup`
<section aria-labelledby="own-options-heading"><h2 id="own-options-heading">${texts().experimentReport.options.differing}</h2>
<div class="scroll" tabindex="0" role="region" aria-label="${texts().experimentReport.options.scrolls}">
<table class="wrapping"><thead><tr><th scope="col"></th>${heads}</tr></thead><tbody>${rows}
</tbody></table></div></section>`
}

/** Settings that the variants do not share, beside their names, and below it those that they share, with the machine. */
export function optionTables(
  outline: ExperimentOutline,
  trials: readonly Trial[],
  environment: Environment | null,
): Markup {
  const each = optionsOf(outline, trials)
  const first = each[0]?.facts ?? []
  const isShared = (at: number): boolean => each.every(({ facts }) => facts[at]?.[1] === first[at]?.[1])
  const differing = differingTable(each, isShared)
  const shared = first.filter((_, at) => isShared(at))
  const words = texts().experimentReport.options
  const title = differing === null ? words.all : words.shared
  return markup`${differing}
<div class="side">${shared.length === 0 ? null : factTable('options-heading', title, shared)}${environment === null ? null : machineTable(environment)}</div>`
}
