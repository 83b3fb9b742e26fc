import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { afterAll, expect, test } from 'vitest'
import { readPresetFile } from '../../engine/preset-library.ts'
import { readSettings } from '../../settings/read-settings.ts'
import { richRun } from '../reading/fake-rich-run.ts'
import { writeFakeFolder } from '../fake-run-folder.ts'
import { importRun } from './import-run.ts'

const folder = mkdtempSync(join(tmpdir(), 'taskscope-hostile-'))
afterAll(() => rmSync(folder, { recursive: true }))
const hasPipes = process.platform !== 'win32'

/** How each way of opening a file answers: a sentence, in every case. */
async function answersTo(path: string): Promise<string[]> {
  const preset = ((): string => {
    try {
      readPresetFile(path)
      return 'read'
    } catch (error) {
      return String(error)
    }
  })()
  const run = await importRun(path).then(
    () => 'read',
    (error: unknown) => String(error),
  )
  return [preset, run, readSettings(path).problems[0] ?? 'read']
}

test.skipIf(!hasPipes)('a pipe that nobody writes into, and a device, keep nobody waiting', async () => {
  const pipe = join(folder, 'pipe.json')
  execFileSync('mkfifo', [pipe])
  // A link to a device that never ends: what was picked is followed, and found to be no file.
  const endless = join(folder, 'endless.json')
  symlinkSync('/dev/zero', endless)
  for (const path of [pipe, endless])
    for (const answer of await answersTo(path))
      expect(answer).toMatch(/expected a file, got something else\.$/)
})

test('a file of a terabyte of nothing is refused unread', async () => {
  const path = join(folder, 'huge.json')
  writeFileSync(path, '{"format": "taskscope-run"')
  // Sparse where the file system can; where it cannot, it has no room either, and there is nothing to test.
  try {
    truncateSync(path, 2 ** 40)
  } catch {
    return
  }
  const [preset, run, settings] = await answersTo(path)
  expect(preset).toMatch(/expected a preset of at most 10 MB/)
  expect(run).toMatch(/^InputError: huge\.json: expected/)
  expect(settings).toMatch(/expected at most 1 MB/)
})

test.skipIf(!hasPipes)(
  'a run folder that leads elsewhere by links is refused, whichever of its files it is',
  async () => {
    const secret = join(folder, 'secret')
    writeFileSync(secret, 'not for you')
    const saved = writeFakeFolder(join(folder, 'run'), richRun())
    for (const name of ['run.json', 'tasks.arrows', 'samples.arrows']) {
      rmSync(join(saved, name))
      symlinkSync(secret, join(saved, name))
      const answer = await importRun(saved).then(
        () => 'read',
        (error: unknown) => String(error),
      )
      expect(answer).toMatch(/expected a file, got a link/)
      expect(answer).not.toContain('not for you')
      rmSync(saved, { recursive: true })
      writeFakeFolder(saved, richRun())
    }
  },
)

test('what a preset says of prototypes, or a billion times, reaches nothing', () => {
  const path = join(folder, 'preset.json')
  const said = [
    '{"__proto__": {"isAdmin": true}, "id": "x"}',
    '{"constructor": {"prototype": {"isAdmin": true}}}',
    `{"id": "x", "title": "x", "summary": "x", "strategy": "hybrid", "options": {}, "groups": [{"__proto__": {"isAdmin": true}}]}`,
    '{"id": "a\\u0000/../../b", "title": "x"}',
    `{"tasks": [{"kind": "cpu", "count": 1e12}]}`,
    '['.repeat(100_000),
    '"\\ud800"',
  ]
  for (const text of said) {
    writeFileSync(path, text)
    expect(() => readPresetFile(path)).toThrow(/^preset\.json[:,]/)
  }
  expect(({} as Record<string, unknown>)['isAdmin']).toBeUndefined()
})

test('a folder where a file is expected is said to be one', async () => {
  const path = join(folder, 'folder.json')
  mkdirSync(path)
  const [preset, run] = await answersTo(path)
  expect(preset).toMatch(/expected a file, got a folder/)
  expect(run).toMatch(/run\.json: expected a file, got nothing of that name/)
})
