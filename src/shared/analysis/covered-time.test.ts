import { expect, test } from 'vitest'
import { CoveredTime, noTime, unionOf } from './covered-time.ts'
import { fakeRandom } from './fake-random.ts'

test('stretches that overlap or touch become one; those without a length do not count', () => {
  const time = new CoveredTime([50, 10, 20, 30, 70, NaN, 80], [60, 25, 30, 35, 70, 90, 79])
  expect([[...time.fromMs], [...time.toMs]]).toEqual([
    [10, 50],
    [35, 60],
  ])
  expect([time.within(0, 100), time.within(20, 52), time.within(36, 50), time.within(60, 0)]).toEqual([
    35, 17, 0, 0,
  ])
  expect(noTime.within(-Infinity, Infinity)).toBe(0)
})

test('random sets: the time within any two times, and of a union, is what counting moments says', () => {
  for (let seed = 1; seed <= 300; seed++) {
    const random = fakeRandom(seed)
    const stretches = Array.from({ length: random(12) }, () => {
      const from = random(60)
      return [from, from + random(12)] as const
    })
    const has = (moment: number): boolean => stretches.some(([from, to]) => from <= moment && moment < to)
    const half = stretches.length >> 1
    const [one, other] = [stretches.slice(0, half), stretches.slice(half)].map(
      (some) =>
        new CoveredTime(
          some.map(([from]) => from),
          some.map(([, to]) => to),
        ),
    )
    const fromMs = random(70)
    const toMs = fromMs + random(30)
    const expected = Array.from({ length: toMs - fromMs }, (_, at) => fromMs + at).filter(has).length
    expect(unionOf(one ?? noTime, other ?? noTime).within(fromMs, toMs), `seed ${seed}`).toBe(expected)
  }
})
