import { expect, test } from 'vitest'
import { fakeRun } from '#shared/analysis/fake-run.ts'
import type { SelfTestState } from '#shared/model/self-test.ts'
import type { Engine } from '../compose-engine.ts'
import { SelfTester } from './self-tester.ts'

const preset = fakeRun({ groups: [{}], tasks: [] }).header.preset
const wish = { preset, strategy: 'hybrid', options: {}, pairs: 1 } as const

const engineOf = (start: Engine['start']): Pick<Engine, 'start'> => ({ start })
const ending = (finished: number): Engine['start'] => {
  return () => ({
    finished: Promise.resolve(fakeRun({ groups: [{}], tasks: [{ started: 0, finished }] })),
    cancel: () => undefined,
  })
}

function watched(engine: Pick<Engine, 'start'>): { tester: SelfTester; told: SelfTestState[] } {
  const told: SelfTestState[] = []
  return { told, tester: new SelfTester(engine, (state) => told.push(state)) }
}

test('a self-test tells how far it is, and keeps its result', async () => {
  const { tester, told } = watched(engineOf(ending(100)))
  expect(tester.state).toEqual({ kind: 'idle' })
  const over = tester.start(wish)
  expect(tester.isUnderWay).toBe(true)
  await over
  expect(told.map(({ kind }) => kind)).toEqual([...Array<string>(5).fill('running'), 'finished'])
  expect([tester.isUnderWay, tester.state]).toEqual([false, told.at(-1)])
})

test('one that cannot begin says why, and leaves the way free for another', async () => {
  const { tester } = watched(
    engineOf(() => {
      throw new Error('no threads to be had')
    }),
  )
  await tester.start(wish)
  expect(tester.state).toEqual({ kind: 'failed', message: 'no threads to be had' })
  await tester.start(wish)
})

test('a second one is refused while the first is under way', async () => {
  const { tester } = watched(engineOf(ending(100)))
  const first = tester.start(wish)
  await expect(tester.start(wish)).rejects.toThrow('Expected no self-test to be under way, got one')
  await first
})

test('cancelling is told at once, cancels the run once, and ends as cancelled', async () => {
  let cancels = 0
  let end: () => void = () => undefined
  const { tester, told } = watched(
    engineOf(() => ({
      finished: new Promise((resolve) => {
        end = () => resolve(fakeRun({ groups: [{}], tasks: [] }))
      }),
      cancel: () => {
        cancels++
      },
    })),
  )
  const over = tester.start(wish)
  tester.cancel()
  tester.cancel()
  expect([tester.state.kind, cancels]).toEqual(['cancelling', 1])
  end()
  await over
  expect(told.map(({ kind }) => kind)).toEqual(['running', 'cancelling', 'cancelled'])
})

test('cancelling where nothing is under way changes nothing', () => {
  const { tester, told } = watched(engineOf(ending(1)))
  tester.cancel()
  expect([tester.state.kind, told]).toEqual(['idle', []])
})
