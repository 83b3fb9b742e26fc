import { expect, test } from 'vitest'
import type { Check, CheckLevel } from '../../model/comparison.ts'
import { sortChecks } from './sort-checks.ts'

const check = (level: CheckLevel, sentence: string): Check => ({ id: 'drift', level, sentence })

test('what is not in order comes worst first, otherwise as it was, and apart from what is', () => {
  const { objections, passed } = sortChecks([
    check('note', 'a'),
    check('ok', 'b'),
    check('warning', 'c'),
    check('error', 'd'),
    check('warning', 'e'),
    check('ok', 'f'),
  ])
  const sentences = (checks: readonly Check[]): string => checks.map(({ sentence }) => sentence).join('')
  expect([sentences(objections), sentences(passed)]).toEqual(['dcea', 'bf'])
})
