import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, expect, test } from 'vitest'
import { labelBounds, noLabels } from '#shared/model/saved-run.ts'
import { readLabels, writeLabels } from './labels.ts'

const folder = mkdtempSync(join(tmpdir(), 'taskscope-labels-'))
const file = join(folder, 'labels.json')
afterAll(() => rmSync(folder, { recursive: true }))
beforeEach(() => rmSync(file, { force: true }))

const labels = { title: 'Baseline', tags: ['ci', 'größe'], note: 'Two lines,\n\tone tab.' }

test('labels are read as they were written, and nothing else is left', async () => {
  expect(await readLabels(folder)).toEqual(noLabels)
  await writeLabels(folder, labels)
  expect(await readLabels(folder)).toEqual(labels)
  await writeLabels(folder, noLabels)
  expect(await readLabels(folder)).toEqual(noLabels)
  expect(readdirSync(folder)).toEqual(['labels.json'])
})

test.each([
  [{ title: 'x'.repeat(labelBounds.title + 1) }, 'labels, title: expected at most 120 characters, got 121.'],
  [{ title: '\u001b[2J' }, 'labels, title: expected text without control characters, got "\\u001b[2J".'],
  [{ tags: [''] }, 'labels, tags[0]: expected at least 1 character, got "".'],
  [{ tags: ['a', 'b', 'a'] }, 'labels, tags: expected each once, got "a" twice.'],
  [
    { tags: Array.from({ length: 21 }, (_, at) => String(at)) },
    'labels, tags: expected at most 20 entries, got 21.',
  ],
  [{ note: 'x\0' }, 'labels, note: expected text without control characters, got "x\\u0000".'],
])('labels out of bounds are not written: %j', async (change, sentence) => {
  await expect(writeLabels(folder, { ...labels, ...change })).rejects.toThrow(sentence)
  expect(readdirSync(folder)).toEqual([])
})

test.each([
  ['{', 'labels.json: expected a JSON document, got something else ('],
  ['{}', 'labels.json, schemaVersion: expected 1, got nothing.'],
  [
    '{"schemaVersion": 2, "stars": 5}',
    'labels.json, schemaVersion: expected 1, got 2: a later Taskscope wrote it.',
  ],
  ['{"schemaVersion": 1, "title": "", "tags": "a"}', 'labels.json, tags: expected a list, got "a".'],
])('labels that cannot be read are a note that says so: %s', async (text, sentence) => {
  writeFileSync(file, text)
  const { note, ...rest } = await readLabels(folder)
  expect(note.slice(0, sentence.length)).toBe(sentence)
  expect(rest).toEqual({ title: '', tags: [] })
})

test('what a later version wrote is not written over; what is garbled is', async () => {
  writeFileSync(file, '{"schemaVersion": 2, "stars": 5}')
  await expect(writeLabels(folder, labels)).rejects.toThrow(
    'labels.json: expected version 1, got 2: a later Taskscope wrote it.',
  )
  expect(readFileSync(file, 'utf8')).toContain('stars')
  writeFileSync(file, '{"schemaVersion":')
  await writeLabels(folder, labels)
  expect(await readLabels(folder)).toEqual(labels)
})

test('a folder that is gone takes no labels', async () => {
  await expect(writeLabels(join(folder, 'none'), labels)).rejects.toMatchObject({ code: 'ENOENT' })
})
