import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fakeContext, stoppingAt } from './fake-context.ts'
import { fileIo } from './file-io.ts'
import { registry } from './registry.ts'
import type { Workload } from './workload.ts'

const wait: Workload = registry.wait
const allocate: Workload = registry.allocate

let temporaryFolder = ''
beforeEach(() => void (temporaryFolder = mkdtempSync(join(tmpdir(), 'taskscope-test-'))))
afterEach(() => {
  vi.useRealTimers()
  rmSync(temporaryFolder, { recursive: true, force: true })
})

test('waiting sleeps as often and as long as it was told, one sleep after the other, in both forms', async () => {
  const sleeps: number[] = []
  const context = fakeContext({ sleepHoldingThread: (ms) => void sleeps.push(ms) })
  const held = wait.blocking?.({ count: 3, ms: 20 }, context)
  expect(sleeps).toEqual([20, 20, 20])

  vi.useFakeTimers()
  const shares: number[] = []
  const waiting = wait.async?.(
    { count: 3, ms: 20 },
    fakeContext({ checkpoint: (share) => void shares.push(share) }),
  )
  await vi.advanceTimersByTimeAsync(59)
  expect(shares).toEqual([1 / 3, 2 / 3])
  await vi.advanceTimersByTimeAsync(1)
  expect(await waiting).toBe(held)
})

test('an aborted wait rejects with the reason at once and keeps no timer', async () => {
  vi.useFakeTimers()
  const abort = new AbortController()
  const waiting = wait.async?.({ count: 3, ms: 60_000 }, fakeContext({ signal: abort.signal }))
  abort.abort(new Error('told to stop'))
  await expect(waiting).rejects.toThrow('told to stop')
  expect(vi.getTimerCount()).toBe(0)
})

test('a wait that is told to stop while it holds its thread ends with that reason', () => {
  const sleepHoldingThread = (): never => {
    throw new Error('told to stop')
  }
  expect(() => wait.blocking?.({ count: 9, ms: 60_000 }, fakeContext({ sleepHoldingThread }))).toThrow(
    'told to stop',
  )
})

test('both forms of file I/O give the same checksum, and leave nothing behind', async () => {
  const parameters = { files: 3, kilobytes: 100 }
  const held = fileIo.blocking?.(parameters, fakeContext({ temporaryFolder }))
  expect(await fileIo.async?.(parameters, fakeContext({ temporaryFolder }))).toBe(held)
  expect(fileIo.blocking?.(parameters, fakeContext({ temporaryFolder, seed: 2 }))).not.toBe(held)
  expect(fileIo.blocking?.({ ...parameters, files: 4 }, fakeContext({ temporaryFolder }))).not.toBe(held)
  expect(readdirSync(temporaryFolder)).toEqual([])
})

test.each([1, 5, 9])(
  'file I/O stopped at checkpoint %i leaves nothing behind, in either form',
  async (at) => {
    const parameters = { files: 3, kilobytes: 100 }
    const context = () => fakeContext({ temporaryFolder, checkpoint: stoppingAt(at).checkpoint })
    expect(() => fileIo.blocking?.(parameters, context())).toThrow('told to stop')
    await expect(fileIo.async?.(parameters, context())).rejects.toThrow('told to stop')
    expect(readdirSync(temporaryFolder)).toEqual([])
  },
)

test('tasks that write files at the same time do not meet', async () => {
  const run = (seed: number) =>
    fileIo.async?.({ files: 2, kilobytes: 70 }, fakeContext({ temporaryFolder, seed }))
  const alone = [await run(1), await run(2), await run(3)]
  expect(await Promise.all([run(1), run(2), run(3)])).toEqual(alone)
})

test('memory is held while it is touched on the heap and in buffers, and both give the same checksum', () => {
  const holds: number[] = []
  const context = fakeContext({ sleepHoldingThread: (ms) => void holds.push(ms) })
  const inBuffers = allocate.blocking?.({ megabytes: 4, holdMs: 50, where: 'buffer' }, context)
  expect(allocate.blocking?.({ megabytes: 4, holdMs: 50, where: 'heap' }, context)).toBe(inBuffers)
  expect(holds).toEqual([50, 50])
})

test('a large allocation stops block by block', () => {
  const stop = stoppingAt(2)
  const parameters = { megabytes: 65_536, holdMs: 0, where: 'buffer' }
  expect(() => allocate.blocking?.(parameters, fakeContext(stop))).toThrow('told to stop')
})

test('the task that does nothing gives its seed, and the one that throws says that it meant to', async () => {
  expect(registry['no-op'].blocking?.({}, fakeContext({ seed: 77 }))).toBe(77)
  expect(await registry['no-op'].async?.({}, fakeContext({ seed: 77 }))).toBe(77)
  expect(() => registry['throw-error'].blocking?.({}, fakeContext())).toThrow('on purpose')
  await expect(registry['throw-error'].async?.({}, fakeContext())).rejects.toThrow('on purpose')
})

test('a task that ends its thread exits with its code, and fails where that is not possible', () => {
  const exit = vi.spyOn(process, 'exit').mockImplementation((() => undefined) as never)
  expect(() => registry['exit-thread'].blocking?.({ exitCode: 3 }, fakeContext())).toThrow(
    'Expected the thread',
  )
  expect(exit).toHaveBeenCalledWith(3)
  exit.mockRestore()
})
