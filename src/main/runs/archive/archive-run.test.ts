import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fakeRandom } from '#shared/analysis/fake-random.ts'
import { randomRun } from '#shared/analysis/fake-run-random.ts'
import type { Run } from '#shared/model/run.ts'
import { noLabels, type RunLabels } from '#shared/model/saved-run.ts'
import { jsonReport } from '../../reports/json-report.ts'
import { asEarlier } from '../json/fake-earlier.ts'
import { columnsOf, factsOf } from '../reading/fake-comparable.ts'
import { richRun } from '../reading/fake-rich-run.ts'
import { fakeFacts, fakeFiles } from '../fake-run-folder.ts'
import { archiveRun } from './archive-run.ts'
import { gathered } from './fake-archive.ts'
import { readArchive } from './read-archive.ts'
import { zipOf } from './write-zip.ts'

const labels = { title: 'Baseline', tags: ['ci'], note: 'Two\nlines.' }
const archived = (run: Run, given: RunLabels = labels): Promise<Buffer> =>
  gathered(archiveRun(run, { ...fakeFacts, labels: given }))

test('a run read from its archive is the run, with its labels and its origin', async () => {
  for (const run of [richRun(), ...[1, 2, 3].map((seed) => randomRun(fakeRandom(seed)))]) {
    const back = await readArchive('run.taskscope', await archived(run))
    expect(columnsOf(back.run)).toEqual(columnsOf(run))
    expect(factsOf(back.run)).toEqual(factsOf(run))
    expect(back).toMatchObject({ labels, document: fakeFacts, problems: [] })
  }
})

test('the same run gives the same bytes', async () => {
  expect((await archived(richRun())).equals(await archived(richRun()))).toBe(true)
})

// One that we did not write.
const hasPython = spawnSync('python3', ['--version']).status === 0

test.runIf(hasPython)('another unpacks it to the files of a run folder, byte for byte', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'taskscope-archive-'))
  try {
    const file = join(folder, 'run.taskscope')
    writeFileSync(file, await archived(richRun(), noLabels))
    const names = execFileSync('python3', ['-m', 'zipfile', '-l', file], { encoding: 'utf8' })
    expect(names.match(/^\S+\.(?:json|arrows)/gm)).toEqual([...fakeFiles(richRun()).keys()])
    execFileSync('python3', ['-m', 'zipfile', '-e', file, join(folder, 'unpacked')])
    for (const [name, bytes] of fakeFiles(richRun()))
      expect(readFileSync(join(folder, 'unpacked', name)).equals(bytes)).toBe(true)
  } finally {
    rmSync(folder, { recursive: true })
  }
})

test('an archive that version 1 wrote opens', async () => {
  const runs = join(import.meta.dirname, '..')
  const bytes = readFileSync(join(runs, 'reading', 'saved', 'version-1.taskscope'))
  const { run, labels: kept } = await readArchive('version-1.taskscope', bytes)
  const saved: unknown = JSON.parse(readFileSync(join(runs, 'json', 'saved', 'version-2.json'), 'utf8'))
  expect(asEarlier([...jsonReport(run)].join(''))).toEqual(saved)
  expect(kept).toEqual({ title: 'Kept', tags: ['version 1'], note: 'For as long as there is a reader.\n' })
})

test('what fails while it is being made, fails for whoever reads it', async () => {
  function* failing(): Generator<Uint8Array> {
    yield Buffer.from('so far')
    throw new Error('No further.')
  }
  await expect(gathered(zipOf([{ name: 'a', pieces: failing() }], new Date(0)))).rejects.toThrow(
    'No further.',
  )
})

test('a reader who has enough may leave', async () => {
  for await (const piece of archiveRun(richRun(), { ...fakeFacts, labels })) {
    expect(piece.byteLength).toBeGreaterThan(0)
    break
  }
})
