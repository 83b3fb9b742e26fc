import { countText } from '#shared/format.ts'
import type { Fact } from '#shared/words/environment-facts.ts'
import { texts } from '#shared/texts/texts.ts'
import { policyNames } from '../renderer/parts/policy-names.ts'
import { optionFields } from '../renderer/state/run-option-fields.ts'
import type { Report } from './read-report.ts'
import { startedText } from './started-text.ts'

/** What the run was asked for, and what names it. */
export function runFacts({ run: { header } }: Pick<Report, 'run'>): readonly Fact[] {
  const { options } = header
  const { facts } = texts().viewer
  return [
    [facts.started, startedText(header.startedAt)],
    ...optionFields.map(({ name, label, unit }): Fact => {
      const value = options[name]
      const text =
        value === null ? texts().viewer.noLimit : name === 'seed' ? String(value) : countText(value)
      return [texts().viewer.option(label), value === null || unit === '' ? text : `${text}\u202f${unit}`]
    }),
    [facts.startOrder, policyNames()[options.policy]],
    [facts.preset, header.preset.id],
    [facts.run, header.id],
  ]
}
