import { describe, expect, test } from 'vitest'
import { describeRun } from '#shared/analysis/run-document.ts'
import { richRun } from './fake-rich-run.ts'
import { fakeFacts } from '../fake-run-folder.ts'
import { parseRunDocument } from './parse-document.ts'
import { upgradeDocument, type Upgrader, type Upgraders } from './upgrade-document.ts'

const good = JSON.stringify(describeRun(richRun(), fakeFacts), null, 2)

function answer(text: string | Buffer): string {
  try {
    parseRunDocument('run.json', Buffer.from(text))
    return 'read'
  } catch (error) {
    return String(error).replace(/^InputError: run\.json[:,] /, '')
  }
}

describe('what is no document is refused with a sentence', () => {
  test.each<[string, string]>([
    ['', 'expected a JSON document, got something else (Unexpected end of JSON input).'],
    ['[]', 'expected an object, got an empty list.'],
    ['{}', 'format: expected "taskscope-run", got nothing.'],
    ['{"format": "taskscope-run"}', 'schemaVersion: expected 1, got nothing.'],
    ['{"format": "taskscope-run", "schemaVersion": 0}', 'schemaVersion: expected 1, got 0.'],
    [
      '{"format": "taskscope-run", "schemaVersion": 1.5}',
      'schemaVersion: expected 1, got 1.5: a later Taskscope wrote it.',
    ],
    ['['.repeat(1_000_000), 'expected at most 64 levels, got more.'],
    [`[${'0,'.repeat(4_000_001)}0]`, 'expected at most 4000000 values, got more.'],
    [`{"format": "${'\\"['.repeat(1_000)}"`, 'expected a JSON document, got something else ('],
  ])('%.40j', (text, sentence) => {
    expect(answer(text).slice(0, sentence.length)).toBe(sentence)
  })

  test('bytes that are no text', () => {
    expect(answer(Buffer.alloc(1_000, 0xff))).toMatch(/^expected a JSON document, got something else \(/)
  })

  test.each<[string | RegExp, string, string]>([
    [
      '"schemaVersion": 1',
      '"schemaVersion": 7',
      'schemaVersion: expected 1, got 7: a later Taskscope wrote it.',
    ],
    ['"taskCount": 3', '"taskCount": 4', 'plan.taskCount: expected 3, the tasks of its groups, got 4.'],
    ['"taskCount": 3', '"taskCount": 1e12', 'plan.taskCount: expected at most 1000000, got 1000000000000.'],
    [/("plan": \{[\s\S]*"firstTask": )2/, '$10', 'plan.groups[1].firstTask: expected 2, got 0.'],
    ['"index": 1', '"index": 0', 'slots[1].index: expected 1, got 0.'],
    [/"rows": \{[^}]*\}/, '"rows": null', 'expected the rows and summary of a run that is over, got none.'],
    [
      '"ending": "completed"',
      '"ending": "running"',
      'expected no rows and no summary of a run that goes on, got some.',
    ],
    [/("rows": \{\s*"tasks": )3/, '$12', 'rows.tasks: expected 3, as planned, got 2.'],
    [
      '"droppedEvents": 3,\n  "slices',
      '"droppedEvents": 4,\n  "slices',
      'summary.droppedEvents: expected 4, as outside of it, got 3.',
    ],
    [
      '"kind": "measured"',
      '"kind": "dreamt"',
      'origin.kind: expected measured, experiment or imported, got "dreamt".',
    ],
    [
      '"id": "run"',
      '"id": "../../run"',
      'id: expected a run’s name: letters, digits and hyphens, at most 64, got "../../run".',
    ],
    [
      '"title": "Fake"',
      '"title": "\\u001b[2J"',
      'preset.title: expected text without control characters, got "\\u001b[2J".',
    ],
    ['"node": "20.0.0"', '"__proto__": {}', 'read'],
    ['"node": "20.0.0"', '"__proto__x": ""', 'environment.runtime.__proto__x: expected '],
    ['"makespanMs": ', '"makespanMs": 1e999, "was": ', 'summary.makespanMs: expected a number'],
  ])('%s turned into %s', (from, to, sentence) => {
    expect(good).toMatch(from)
    expect(answer(good.replace(from, to)).slice(0, sentence.length)).toBe(sentence)
  })
})

describe('documents of earlier versions', () => {
  const steps: Upgraders = new Map<number, Upgrader>([
    [2, (older) => ({ ...older, added: 'unknown' })],
    [3, ({ added, ...older }) => ({ ...older, renamed: added })],
  ])
  const first = { format: 'taskscope-run', schemaVersion: 1, id: 'a' }

  test('are upgraded one step at a time', () => {
    const upgraded = { format: 'taskscope-run', schemaVersion: 3, id: 'a', renamed: 'unknown' }
    expect(upgradeDocument('run.json', first, 3, steps)).toEqual(upgraded)
    expect(upgradeDocument('run.json', { ...first, schemaVersion: 2, added: 'x' }, 3, steps)).toEqual({
      ...upgraded,
      renamed: 'x',
    })
    expect(upgradeDocument('run.json', upgraded, 3, steps)).toBe(upgraded)
  })

  test('stay as they are for others', () => {
    upgradeDocument('run.json', first, 3, steps)
    expect(first).toEqual({ format: 'taskscope-run', schemaVersion: 1, id: 'a' })
  })

  test('that are later ones name both versions', () => {
    expect(() => upgradeDocument('run.json', { ...first, schemaVersion: 4 }, 3, steps)).toThrow(
      'run.json, schemaVersion: expected 1 to 3, got 4: a later Taskscope wrote it.',
    )
  })
})
