import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fakeRun } from '#shared/analysis/fake-run.ts'
import { readRunFolder } from '../reading/read-run-folder.ts'
import { writeOverUnfinished } from './write-over-unfinished.ts'
import { writeRunFolder } from './write-run-folder.ts'

const facts = { origin: { kind: 'measured', by: 'app' }, taskscope: '1.2.3' } as const
const phase = { kind: 'completed' } as const
const whole = {
  ...fakeRun({ groups: [{}], tasks: [{ started: 0, finished: 5, state: 'succeeded' }] }),
  phase,
}
const part = {
  ...fakeRun({ groups: [{}], tasks: [{ started: 0 }] }),
  phase: { kind: 'interrupted' } as const,
}

let library = ''
beforeAll(() => {
  library = mkdtempSync(join(tmpdir(), 'taskscope-test-'))
})
afterAll(() => rmSync(library, { recursive: true }))

test('what is left of a run whose writer could not go on is replaced by the whole of it; a whole one never is', async () => {
  const { id } = whole.header
  await writeRunFolder(library, { ...part, header: whole.header }, facts)
  const folder = await writeOverUnfinished(library, whole, facts)
  const { run } = await readRunFolder(folder)
  expect([run.phase.kind, run.tasks.finishedMs[0], readdirSync(library)]).toEqual(['completed', 5, [id]])
  await expect(writeOverUnfinished(library, whole, facts)).rejects.toThrow('expected no run of that name yet')
  expect(readdirSync(library)).toEqual([id])
})
