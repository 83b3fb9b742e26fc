import { expect, test } from 'vitest'
import { InputError } from '../main/engine/input-error.ts'
import type { Command } from './commands.ts'
import { parseArguments } from './parse-arguments.ts'

const plain = { jsonFile: null, isQuiet: false }
const newest = { column: 'started', direction: 'descending' } as const

test.each<[string[], Command]>([
  [['list'], { kind: 'runs-list', query: '', order: newest, limit: null, ...plain }],
  [
    ['list', 'tag:x', 'some', '--sort', 'makespan', '--limit', '5', '--quiet'],
    {
      kind: 'runs-list',
      query: 'tag:x some',
      order: { column: 'makespan', direction: 'ascending' },
      limit: 5,
      jsonFile: null,
      isQuiet: true,
    },
  ],
  [
    ['list', '--sort', 'makespan:desc', '--', '-tag:x'],
    {
      kind: 'runs-list',
      query: '-tag:x',
      order: { column: 'makespan', direction: 'descending' },
      limit: null,
      ...plain,
    },
  ],
  // `--json` takes no word away from a query.
  [
    ['list', '--json', 'word'],
    { kind: 'runs-list', query: 'word', order: newest, limit: null, ...plain, jsonFile: '-' },
  ],
  [
    ['list', '--json', '-'],
    { kind: 'runs-list', query: '', order: newest, limit: null, ...plain, jsonFile: '-' },
  ],
  [
    ['list', '--json=f'],
    { kind: 'runs-list', query: '', order: newest, limit: null, ...plain, jsonFile: 'f' },
  ],
  [['show', 'latest', '--json'], { kind: 'runs-show', run: 'latest', ...plain, jsonFile: '-' }],
  [
    ['export', 'a', 'b', 'a', '--out', 'x', '--formats', 'csv, json'],
    {
      kind: 'runs-export',
      runs: ['a', 'b'],
      exports: { folder: 'x', formats: ['json', 'csv'], isPrivateShown: false },
      ...plain,
    },
  ],
  [['import', 'a.html', 'b'], { kind: 'runs-import', files: ['a.html', 'b'], ...plain }],
  [['delete', 'a', '--yes'], { kind: 'runs-delete', runs: ['a'], isSure: true, ...plain }],
  [['delete', 'a', 'b'], { kind: 'runs-delete', runs: ['a', 'b'], isSure: false, ...plain }],
  [
    ['label', 'a', '--title', '', '--tag', 'x', '--tag=y', '--untag', 'z', '--note', 'n'],
    { kind: 'runs-label', run: 'a', title: '', note: 'n', tags: ['x', 'y'], untags: ['z'], ...plain },
  ],
])('runs %j is understood', (args, command) => {
  expect(parseArguments(['runs', ...args])).toEqual(command)
})

function refusal(args: readonly string[]): string {
  try {
    parseArguments(['runs', ...args])
  } catch (error) {
    if (error instanceof InputError) return error.message
    throw error
  }
  return 'accepted'
}

test.each<[string[], string]>([
  [[], 'runs: expected list, show, export, import, delete or label, got nothing. See taskscope --help.'],
  [['tidy'], 'runs: expected list, show, export, import, delete or label, got "tidy". See taskscope --help.'],
  [['list', '--cpu', '1'], 'runs list: expected no --cpu. See taskscope --help.'],
  [['list', '--limit', '0'], '--limit: expected at least 1, got 0.'],
  [['list', '--sort', 'makespan:up'], '--sort, after the colon: expected one of asc, desc, got "up".'],
  [
    ['list', '--sort', 'colour'],
    '--sort: expected one of started, title, preset, strategy, makespan, tasks, outcome, machine, tags, size, got "colour".',
  ],
  [['list', 'after:soon'], 'after: expected a date such as 2026-11-01, got "soon".'],
  [['show'], 'runs show: expected a run of the library, got nothing. See taskscope runs list.'],
  [['show', 'a', 'b'], 'runs show: expected one run, got "b" as well.'],
  [['export', 'a'], 'runs export: expected --out, the folder to write to, got none.'],
  [
    ['export', '--out', 'x'],
    'runs export: expected a run of the library, got nothing. See taskscope runs list.',
  ],
  [['import'], 'runs import: expected files, got none.'],
  [['delete'], 'runs delete: expected a run of the library, got nothing. See taskscope runs list.'],
  [['label', 'a'], 'runs label: expected --title, --tag, --untag or --note, got none.'],
])('runs %j is refused in a sentence', (args, sentence) => {
  expect(refusal(args)).toBe(sentence)
})
