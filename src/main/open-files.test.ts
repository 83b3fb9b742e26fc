import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ImportAnswer, OpenedFile, PresetOffer } from '#shared/ipc.ts'
import type { RunId } from '#shared/model/ids.ts'
import { openFiles } from './open-files.ts'

let folder = ''
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'taskscope-open-'))))
afterEach(() => rmSync(folder, { recursive: true }))

const offer = { id: 'file-1' } as PresetOffer
const ids = (...names: string[]): RunId[] => names as RunId[]

function put(name: string, content: string): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

async function open(
  files: readonly string[],
  imported: ImportAnswer = { kind: 'imported', runIds: [], problems: [] },
  isBusy = false,
): Promise<{ readonly opened: OpenedFile[]; readonly asked: string[] }> {
  const asked: string[] = []
  const opened = await openFiles(files, {
    openPreset(file) {
      asked.push(`preset ${file.slice(folder.length + 1)}`)
      return file.includes('bad')
        ? { kind: 'refused', message: 'It is bad.' }
        : { kind: 'opened', preset: offer }
    },
    importRuns(paths) {
      asked.push(...paths.map((path) => `run ${path.slice(folder.length + 1)}`))
      return Promise.resolve(imported)
    },
    openRun: (runId) => {
      asked.push(`show ${runId}`)
      return Promise.resolve(
        isBusy ? { kind: 'refused', message: 'A run is under way.' } : { kind: 'opened' },
      )
    },
  })
  return { opened, asked }
}

test('presets are told from runs by what they are, and both are opened', async () => {
  mkdirSync(join(folder, 'a-run'))
  const files = [
    put('preset.JSON', '\ufeff{"schemaVersion": 1}'),
    put('bad.json', '{"schemaVersion": 7}'),
    put('report.json', '{\n  "kind": "taskscope-run"'),
    put('kept.taskscope', 'PK'),
    join(folder, 'a-run'),
    join(folder, 'missing.json'),
  ]
  put('a-run/run.json', '{}')
  const runIds = ids('one', 'two')
  expect(await open(files, { kind: 'imported', runIds, problems: ['missing.json: no.'] })).toEqual({
    asked: [
      'preset preset.JSON',
      'preset bad.json',
      'run report.json',
      'run kept.taskscope',
      'run a-run/run.json',
      'run missing.json',
    ],
    opened: [
      { kind: 'preset', preset: offer },
      { kind: 'refused', message: 'It is bad.' },
      { kind: 'runs', runIds, isShown: false, problems: ['missing.json: no.'] },
    ],
  })
})

test('a single run comes on screen, unless another is under way', async () => {
  const file = put('kept.taskscope', 'PK')
  const imported = { kind: 'imported', runIds: ids('one'), problems: [] } as const
  expect((await open([file], imported)).opened).toEqual([
    { kind: 'runs', runIds: ['one'], isShown: true, problems: [] },
  ])
  expect((await open([file], imported, true)).opened).toMatchObject([{ isShown: false }])
})

test('what cannot be read is said', async () => {
  expect(
    (await open(['/dev/null'], { kind: 'imported', runIds: [], problems: ['null: no.', 'Nor that.'] }))
      .opened,
  ).toEqual([{ kind: 'refused', message: 'null: no. Nor that.' }])
  expect((await open([])).opened).toEqual([])
})
