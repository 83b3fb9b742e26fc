import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { shippedPresetIds } from '#shared/model/shipped-preset-ids.ts'
import { InputError } from './input-error.ts'
import { largestPresetBytes, PresetLibrary, readPresetFile } from './preset-library.ts'

const shipped = fileURLToPath(new URL('../../../resources/presets', import.meta.url))
const text = JSON.stringify({
  schemaVersion: 1,
  id: 'own',
  title: 'Own',
  summary: 'Tests.',
  tasks: [{ name: 'a', kind: 'async', workload: 'no-op' }],
})

let folder = ''
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'taskscope-test-'))))
afterAll(() => rmSync(folder, { recursive: true }))

function write(content: string | Buffer): string {
  const file = join(folder, 'own.json')
  writeFileSync(file, content)
  return file
}

/** The sentence that a file is refused with. */
function refusal(file: string): string {
  try {
    readPresetFile(file)
  } catch (error) {
    if (error instanceof InputError) return error.message
    throw error
  }
  return 'accepted'
}

test('every shipped preset is valid, is found by its id, and is offered in the order that tells the story', () => {
  const library = new PresetLibrary(shipped)
  expect(library.presets.map(({ id }) => id)).toEqual([
    'course-demo',
    'course-demo-verbatim',
    'cpu-saturation',
    'io-fanout',
    'mixed-pipeline',
    'blocked-loop',
    'over-subscription',
    'small-pool',
    'straggler',
    'starvation',
    'waiting',
    'memory-steps',
    'garbage',
    'process-start',
    'tiny-tasks',
    'failures',
  ])
  expect(library.presets.map(({ id }) => library.find(id))).toEqual(library.presets)
  expect(() => library.find('course')).toThrow(
    'Expected a preset (course-demo, course-demo-verbatim, cpu-saturation, io-fanout, mixed-pipeline, blocked-loop, over-subscription, small-pool, straggler, starvation, waiting, memory-steps, garbage, process-start, tiny-tasks, failures), got "course".',
  )
})

test('the course demo is the article’s eleven tasks', () => {
  const { groups } = new PresetLibrary(shipped).find('course-demo')
  expect(groups.map(({ kind, workload, count }) => [kind, workload, count])).toEqual([
    ['cpu', 'sqrt-loop', 3],
    ['async', 'download', 2],
    ['blocking', 'download', 2],
    ['async', 'wait', 4],
  ])
})

test('a file is read with and without a byte order mark', () => {
  const plain = readPresetFile(write(text))
  expect([plain.id, readPresetFile(write(`\ufeff${text}`))]).toEqual(['own', plain])
})

// What V8 says about malformed JSON differs between versions.
test.each<[string, string | Buffer, string | RegExp]>([
  ['nothing in it', '', 'own.json: expected JSON, got something else (Unexpected end of JSON input).'],
  ['half a document', text.slice(0, 40), /^own\.json: expected JSON, got something else \(.*\)\.$/],
  ['words', 'hello\nworld\n', /^own\.json: expected JSON, got something else \(Unexpected token .*\)\.$/],
  ['bytes', Buffer.from([0, 1, 2, 255]), /^own\.json: expected JSON, got something else \(.*\)\.$/],
  [
    'a million lists in each other',
    '['.repeat(1e6) + ']'.repeat(1e6),
    'own.json: expected an object, got a list.',
  ],
  [
    'a million lists as an id',
    text.replace('"own"', '['.repeat(1e6) + ']'.repeat(1e6)),
    'own.json, id: expected a text, got a list.',
  ],
])('a file with %s is refused in one line', (_name, content, sentence) => {
  const got = refusal(write(content))
  if (typeof sentence === 'string') expect(got).toBe(sentence)
  else expect(got).toMatch(sentence)
  expect(got).not.toMatch(/[\n\p{Cc}]/u)
})

test('what is no file, or too large a one, is refused unread', () => {
  const file = write('{}')
  truncateSync(file, largestPresetBytes + 100_000)
  expect(refusal(file)).toBe('own.json: expected a preset of at most 10 MB, got 10.1 MB.')
  expect(refusal(folder)).toMatch(/^taskscope-test-\w+: expected a file, got a folder\.$/)
  expect(refusal(join(folder, 'none.json'))).toBe('none.json: expected a file, got nothing of that name.')
  expect(refusal(join(file, 'none.json'))).toBe('none.json: expected a file, got nothing of that name.')
  expect(refusal('/dev/null')).toBe('null: expected a file, got something else.')
})

test('what ships is what is known by its ids, in that order', () => {
  expect(new PresetLibrary(shipped).presets.map(({ id }) => id)).toEqual(shippedPresetIds)
})
