import type { RunOptions } from '#shared/model/run-options.ts'
import { texts } from '#shared/texts/texts.ts'
import { policyNames } from '../parts/policy-names.ts'
import { optionFields } from '../state/run-option-fields.ts'

/** Options that are not the standard ones, such as "CPU workers 4, task timeout 500 ms, started longest first". */
export function chosenText({ policy, detail, ...sizes }: Partial<RunOptions>): string {
  const said = optionFields.flatMap(({ name, label, unit }) => {
    const value = sizes[name]
    if (value === undefined) return []
    return [
      `${label} ${value === null ? texts().runs.chosen.none : `${value}${unit === '' ? '' : `\u202f${unit}`}`}`,
    ]
  })
  if (policy !== undefined) said.push(texts().runs.chosen.started(policyNames()[policy]))
  if (detail !== undefined) said.push(texts().runs.chosen.details[detail])
  return said.length === 0 ? texts().runs.chosen.standard : said.join(', ')
}
