import { expect, test } from 'vitest'
import type { Run } from '../model/run.ts'
import { fakeRun } from './fake-run.ts'
import { labelsWithoutPrivate, withoutPrivate } from './without-private.ts'

function runWith(message: string): Run {
  const run = fakeRun({ groups: [{}], tasks: [{}] })
  return {
    ...run,
    header: {
      ...run.header,
      environment: { ...run.header.environment, hostName: 'lab-7', userName: 'ada' },
    },
    failures: new Map([[0, { name: 'Error', message }]]),
  }
}

const cleaned = (message: string): string | undefined =>
  withoutPrivate(runWith(message)).failures.get(0)?.message

test.each([
  ["ENOENT: no such file, open '/home/ada/My Files/secret.txt'", "ENOENT: no such file, open '<path>'"],
  ['cannot read /home/ada/x.json: gone', 'cannot read <path>: gone'],
  ['see file:///C:/Users/ada/log.txt now', 'see <path> now'],
  [String.raw`open "C:\Users\Ada L\x"`, 'open "<path>"'],
  [String.raw`at \\server\share\x, twice`, 'at <path>, twice'],
  ['(~/notes.md)', '(<path>)'],
  ['lab-7 refused ada, ADA', '<host> refused <user>, <user>'],
])('"%s" is told without names and paths', (message, expected) => {
  expect(cleaned(message)).toBe(expected)
})

test.each([
  'got 3/4 of http://127.0.0.1:8080/big?n=1, 5 s late',
  'adamant lab-70: and/or, a / b',
  'Expected 10, got 1',
])('"%s" stays as it is', (message) => {
  expect(cleaned(message)).toBe(message)
})

test('host and user are gone from the environment, and columns stay the same objects', () => {
  const run = runWith('x')
  const clean = withoutPrivate(run)
  expect(Object.keys(clean.header.environment)).not.toContain('hostName')
  expect(Object.keys(clean.header.environment)).not.toContain('userName')
  expect(clean.tasks).toBe(run.tasks)
  expect(JSON.stringify([clean.header, [...clean.failures]])).not.toMatch(/lab-7|ada/)
})

test('what people wrote on the run, texts of its preset and of its end are told without them, too', () => {
  const run = runWith('x')
  const labels = { title: 'On lab-7', tags: ['ada'], note: 'kept in /srv/runs' }
  expect(labelsWithoutPrivate(labels, run)).toEqual({
    title: 'On <host>',
    tags: ['<user>'],
    note: 'kept in <path>',
  })
  const preset = { ...run.header.preset, title: 'ada’s', summary: 'From /home/ada' }
  const broken = withoutPrivate({
    ...run,
    header: { ...run.header, preset },
    phase: { kind: 'broken', message: 'no /tmp/x' },
  })
  expect([broken.header.preset.title, broken.header.preset.summary, broken.phase]).toEqual([
    '<user>’s',
    'From <path>',
    { kind: 'broken', message: 'no <path>' },
  ])
})
