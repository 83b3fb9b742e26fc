import { expect, test } from 'vitest'
import {
  standardChoices,
  withDraftAdded,
  withDraftChanged,
  type ComparisonChoices,
} from '../state/comparison-choices.ts'
import { draftNames } from './draft-names.ts'

const withTwoMore = withDraftAdded(withDraftAdded(standardChoices(), 'hybrid'), 'hybrid')

function names(choices: ComparisonChoices): string[] {
  const named = draftNames(choices.drafts, ({ ticked }) => ticked !== false)
  return choices.drafts
    .filter(({ strategy }) => strategy === 'hybrid')
    .map(({ id }) => [named.get(id)?.title, named.get(id)?.own].join('|'))
}

test('variants of one strategy are numbered, unless what they have of their own tells them apart', () => {
  expect(names(withTwoMore)).toEqual(['Hybrid|', 'Hybrid 2|', 'Hybrid 3|'])
  const sizes = { cpuWorkers: '4', blockingThreads: '', loopConcurrency: '', threadLimit: '' }
  expect(names(withDraftChanged(withTwoMore, 5, { sizes }))).toEqual(['Hybrid|', 'Hybrid|cpu 4', 'Hybrid 2|'])
})

test('a variant that is not compared takes no number from those that are', () => {
  const hybrid = withTwoMore.drafts.find(({ strategy }) => strategy === 'hybrid')
  expect(names(withDraftChanged(withTwoMore, hybrid?.id ?? NaN, { ticked: false }))).toEqual([
    'Hybrid 3|',
    'Hybrid|',
    'Hybrid 2|',
  ])
})
