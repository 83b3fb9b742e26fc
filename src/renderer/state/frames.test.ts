import { expect, test } from 'vitest'
import { Frames } from './frames.ts'

function fakeFrames(): { frames: Frames; next: () => void; asked: () => number } {
  const waiting: (() => void)[] = []
  let asked = 0
  const frames = new Frames(
    (run) => {
      asked++
      waiting.push(run)
    },
    () => undefined,
  )
  return { frames, next: () => waiting.shift()?.(), asked: () => asked }
}

test('however often a redraw is asked for, it happens once per frame', () => {
  const { frames, next, asked } = fakeFrames()
  let draws = 0
  const draw = (): void => {
    draws++
  }
  frames.request(draw)
  frames.request(draw)
  next()
  expect([draws, asked()]).toEqual([1, 1])
})

test('what a draw asks for is drawn in the same frame', () => {
  const { frames, next } = fakeFrames()
  const order: string[] = []
  frames.request(() => {
    order.push('data')
    frames.request(() => order.push('track'))
  })
  next()
  expect(order).toEqual(['data', 'track'])
})

test('a draw that asks for itself again runs on with the next frame, not for ever in this one', () => {
  const { frames, next } = fakeFrames()
  let draws = 0
  const draw = (): void => {
    draws++
    frames.request(draw)
  }
  frames.request(draw)
  next()
  const afterOne = draws
  next()
  expect([afterOne, draws]).toEqual([4, 8])
})

test('it tells when something waits and when all is drawn', () => {
  const { frames, next } = fakeFrames()
  const told: boolean[] = []
  frames.onPending = (isPending) => told.push(isPending)
  frames.request(() => undefined)
  next()
  expect(told).toEqual([true, false])
})
