import { expect, test } from 'vitest'
import { standardChoices, withDraftAdded, withDraftChanged } from './comparison-choices.ts'
import { readChoices } from './stored-choices.ts'

const chosen = {
  ...withDraftChanged(withDraftAdded(standardChoices(), 'threads'), 5, { policy: 'longest-first' }),
  presetId: 'course-demo',
  baselineId: 5,
  numbers: { repeats: 'seven', warmUps: '', pauseMs: '0' },
}

test('what was stored comes back as it was, half-typed numbers too', () => {
  expect(readChoices(JSON.stringify(chosen))).toEqual(chosen)
})

test('what cannot be understood is as if nothing had been stored', () => {
  const texts = [
    null,
    '',
    '{',
    'null',
    '[]',
    '{"drafts":[]}',
    JSON.stringify({ ...chosen, numbers: { repeats: 5 } }),
    JSON.stringify({ ...chosen, presetId: 7 }),
    JSON.stringify({ ...chosen, drafts: [...chosen.drafts, { ...chosen.drafts[5], strategy: 'magic' }] }),
    JSON.stringify({ ...chosen, drafts: [...chosen.drafts, chosen.drafts[5]] }),
    JSON.stringify({ ...chosen, drafts: chosen.drafts.slice(1) }),
  ]
  for (const text of texts) expect(readChoices(text)).toEqual(standardChoices())
})
