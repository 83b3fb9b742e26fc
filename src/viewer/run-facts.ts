import { countText } from '#shared/format.ts'
import type { Fact } from '#shared/words/environment-facts.ts'
import { policyNames } from '../renderer/parts/policy-names.ts'
import { optionFields } from '../renderer/state/run-option-fields.ts'
import type { Report } from './read-report.ts'
import { startedText } from './started-text.ts'

/** What the run was asked for, and what names it. */
export function runFacts({ run: { header } }: Pick<Report, 'run'>): readonly Fact[] {
  const { options } = header
  return [
    ['started', startedText(header.startedAt)],
    ...optionFields.map(({ name, label, unit }): Fact => {
      const value = options[name]
      const text = value === null ? 'no limit' : name === 'seed' ? String(value) : countText(value)
      return [
        label.toLowerCase().replace('cpu', 'CPU'),
        value === null || unit === '' ? text : `${text}\u202f${unit}`,
      ]
    }),
    ['start order', policyNames[options.policy]],
    ['preset', header.preset.id],
    ['run', header.id],
  ]
}
