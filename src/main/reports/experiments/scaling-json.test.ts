import { expect, test } from 'vitest'
import { fakeScaling } from './fake-scaling.ts'
import { scalingJson } from './scaling-json.ts'

test('the document has the outline, the whole sweep and its trials', () => {
  const { scaling, outline, trials } = fakeScaling()
  const { trials: written, ...rest } = JSON.parse(
    [...scalingJson(scaling, outline, trials)].join(''),
  ) as Record<string, unknown>
  expect(rest).toEqual({ schemaVersion: 1, kind: 'taskscope-scaling', outline, scaling })
  expect((written as { label: string; runId: string }[]).map(({ label, runId }) => [label, runId])).toEqual(
    trials.map(({ variant, run }) => [`cpu=${variant + 1}`, run.id]),
  )
})
