import { mkdirSync, mkdtempSync, rmSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { watchFolder } from './folder-watch.ts'

test('a folder that is made in it, and one that is touched, are told by their names', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'taskscope-test-'))
  const waiting = new Map<string, () => void>()
  const told = (name: string): Promise<void> => new Promise((resolve) => waiting.set(name, resolve))
  mkdirSync(join(folder, 'old'))
  const stop = watchFolder(
    folder,
    (name) => waiting.get(name ?? '')?.(),
    () => undefined,
  )
  try {
    const [isMade, isTouched] = [told('new'), told('old')]
    mkdirSync(join(folder, 'new'))
    utimesSync(join(folder, 'old'), new Date(), new Date())
    // The test's own time limit ends this where nothing is told.
    await Promise.all([isMade, isTouched])
  } finally {
    stop()
    rmSync(folder, { recursive: true })
  }
})

test('what is not there cannot be watched', () => {
  expect(() =>
    watchFolder(
      join(tmpdir(), 'taskscope-test-none'),
      () => undefined,
      () => undefined,
    ),
  ).toThrow()
})
