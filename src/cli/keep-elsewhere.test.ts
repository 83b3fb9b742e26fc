import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fakeRun } from '#shared/analysis/fake-run.ts'
import { readRunFolder } from '../main/runs/reading/read-run-folder.ts'
import { keepElsewhere } from './keep-elsewhere.ts'
import { ownOrigin } from './keep-run.ts'

let folder = ''
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'taskscope-test-'))))
afterAll(() => rmSync(folder, { recursive: true }))

const facts = { origin: ownOrigin, taskscope: '1.0.0' }
const run = {
  ...fakeRun({ groups: [{}], tasks: [{ started: 0, finished: 100, state: 'succeeded' }] }),
  phase: { kind: 'completed' },
} as const

test('a run that the library did not take is written whole, and it is told where and how it gets in', async () => {
  const sentence = await keepElsewhere(run, facts, folder)
  const told = /^The run is in (.+) instead: “taskscope runs import (.+)” brings it into the library\.$/
  const [, place = '', again] = told.exec(sentence) ?? []
  const read = await readRunFolder(place)
  expect([again, read.run.header.id, read.run.phase.kind]).toEqual([place, run.header.id, 'completed'])
  rmSync(join(place, '..'), { recursive: true })
})

test('a run that can be kept nowhere is told to be lost, and leaves nothing', async () => {
  const nowhere = join(folder, 'none')
  expect(await keepElsewhere(run, facts, nowhere)).toBe(
    `The run could not be saved in ${nowhere}: the folder is gone. It is lost when this command ends.`,
  )
  expect(readdirSync(folder)).toEqual([])
})
