import { expect, test } from 'vitest'
import { fakeVariant } from '../analysis/comparison/fake-comparison.ts'
import { figureText } from '../format.ts'
import type { ComparedVariant } from '../model/comparison.ts'
import { comparisonEntries } from './comparison-entries.ts'

const empty = fakeVariant()

function texts(variant: ComparedVariant): Record<string, string> {
  return Object.fromEntries(
    Object.entries(comparisonEntries(variant)).map(([column, { figure, interval }]) => [
      column,
      `${figureText(figure)}${interval === '' ? '' : ` [${interval}]`}`.replaceAll('\u202f', ' '),
    ]),
  )
}

test('a variant that has not run yet has dashes, and no failures to speak of', () => {
  expect(new Set(Object.values(texts(empty)))).toEqual(new Set(['–']))
})

test('numbers come with units, estimates with intervals, the ratio with its sign once', () => {
  expect(
    texts({
      ...empty,
      runs: [{ id: 'r' as ComparedVariant['runs'][number]['id'], place: 0, makespanMs: 1210 }],
      makespanMs: { value: 1210, interval: { low: 1190, high: 1240 } },
      spreadMs: 12.3,
      figures: {
        queueWaitP50Ms: 0.5,
        queueWaitP95Ms: 80,
        coresBusy: 0.62,
        cpuMs: 2000,
        peakMemoryBytes: 212 * 1024 ** 2,
        ownShare: 0.004,
        idealRatio: 1.07,
      },
      failures: 1200,
      verdict: { kind: 'faster', ratio: { value: 0.18, interval: { low: 0.17, high: 0.19 } } },
    }),
  ).toEqual({
    makespan: '1.21 s [1.19 – 1.24 s]',
    ratio: '×0.180 [0.170 – 0.190]',
    spread: '12.3 ms',
    'queue-wait': '500 µs',
    'cores-busy': '62 %',
    'cpu-time': '2.00 s',
    'peak-memory': '212 MiB',
    'own-cost': '0.4 %',
    ideal: '×1.07',
    failures: '1,200',
  })
})

test('the baseline’s ratio is plainly 1', () => {
  expect(texts({ ...empty, verdict: { kind: 'baseline' } })['ratio']).toBe('1')
})
