import type { RunOptions } from '#shared/model/run-options.ts'
import { policyNames } from '../parts/policy-names.ts'
import { optionFields } from '../state/run-option-fields.ts'

/** Options that are not the standard ones, such as "CPU workers 4, task timeout 500 ms, started longest first". */
export function chosenText({ policy, detail, ...sizes }: Partial<RunOptions>): string {
  const said = optionFields.flatMap(({ name, label, unit }) => {
    const value = sizes[name]
    if (value === undefined) return []
    return [`${label} ${value === null ? 'none' : `${value}${unit === '' ? '' : `\u202f${unit}`}`}`]
  })
  if (policy !== undefined) said.push(`started ${policyNames[policy]}`)
  if (detail !== undefined) said.push(`detail ${detail}`)
  return said.length === 0 ? 'the standard ones' : said.join(', ')
}
