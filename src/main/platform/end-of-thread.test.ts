import process from 'node:process'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { endOfThread } from './end-of-thread.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

/** A thread that ends when it is told to, only by force, or not at all. */
function threadThat(ends: 'by itself' | 'by force' | 'never') {
  const asked: string[] = []
  let exit = (): void => undefined
  const exited = new Promise<void>((resolve) => (exit = resolve))
  if (ends === 'by itself') exit()
  const thread = {
    terminate: () => {
      asked.push('terminate')
      if (ends === 'by force') exit()
      return new Promise<number>(() => undefined)
    },
    unref: () => void asked.push('unref'),
  }
  return { thread, exited, asked }
}

test.each([
  { ends: 'by itself', asked: [], warnings: 0 },
  { ends: 'by force', asked: ['terminate'], warnings: 0 },
  { ends: 'never', asked: ['terminate', 'unref'], warnings: 1 },
] as const)('a thread that ends $ends holds nobody up', async ({ ends, asked: expected, warnings }) => {
  const warn = vi.spyOn(process, 'emitWarning').mockImplementation(() => undefined)
  const { thread, exited, asked } = threadThat(ends)
  const over = endOfThread(thread, exited, { name: 'the test', limitMs: 1000 })
  await vi.advanceTimersByTimeAsync(2000)
  await over
  expect([asked, warn.mock.calls.length, vi.getTimerCount()]).toEqual([expected, warnings, 0])
})
