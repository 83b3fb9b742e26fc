import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { describeRun } from '#shared/analysis/run-document.ts'
import { documentSchema } from './document-schema.ts'
import { richRun } from './fake-rich-run.ts'
import { fakeFacts } from '../fake-run-folder.ts'

const published = join(import.meta.dirname, '..', '..', '..', '..', 'docs', 'run.schema.json')

// As in the file, not as it is taken: fields that are not known are allowed.
const schema = z.toJSONSchema(documentSchema, { io: 'input' })
// To be formatted like every file then: a new version changes it on purpose only.
if (process.env['TASKSCOPE_WRITE_SCHEMA'] !== undefined)
  writeFileSync(published, `${JSON.stringify(schema, null, 2)}\n`)

test('the JSON Schema in docs is the one that documents are read by', () => {
  expect(JSON.parse(readFileSync(published, 'utf8'))).toEqual(JSON.parse(JSON.stringify(schema)))
})

const saved = JSON.parse(
  readFileSync(join(import.meta.dirname, 'saved', 'version-1', 'run.json'), 'utf8'),
) as Record<string, unknown>
const ajv = new Ajv2020({ allErrors: true })
addFormats(ajv)
const validate = ajv.compile(JSON.parse(readFileSync(published, 'utf8')) as object)

test.each([
  ['of a real run', saved],
  ['of a run that is over', describeRun(richRun(), fakeFacts)],
  ['of one that goes on', describeRun({ ...richRun(), phase: { kind: 'running' } }, fakeFacts)],
  ['of one that broke', describeRun({ ...richRun(), phase: { kind: 'broken', message: 'No.' } }, fakeFacts)],
  ['with fields that are not known', { ...saved, added: [1] }],
])('another validator accepts a document %s', (_, document) => {
  validate(JSON.parse(JSON.stringify(document)))
  expect(validate.errors).toBeNull()
})

test.each([
  ['a later version', { schemaVersion: 2 }],
  ['another id', { id: '../up' }],
  ['no origin', { origin: undefined }],
  ['an unknown ending', { ending: 'exploded' }],
  ['a task too many', { plan: { seed: 1, taskCount: 1_000_001, groups: [] } }],
])('and refuses one with %s', (_, change) => {
  expect(validate(JSON.parse(JSON.stringify({ ...saved, ...change })))).toBe(false)
})
