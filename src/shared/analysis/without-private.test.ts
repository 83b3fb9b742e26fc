import { expect, test } from 'vitest'
import type { Run } from '../model/run.ts'
import { shippedPresetIds } from '../model/shipped-preset-ids.ts'
import { fakeRun } from './fake-run.ts'
import { labelsWithoutPrivate, originWithoutPrivate, withoutPrivate } from './without-private.ts'

function runWith(message: string, names = { hostName: 'lab-7', userName: 'ada' }): Run {
  const run = fakeRun({ groups: [{}], tasks: [{}] })
  return {
    ...run,
    header: {
      ...run.header,
      environment: { ...run.header.environment, ...names },
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
  ['in /tmp, /home and //data/x', 'in <path>, <path> and <path>'],
  ['see file:///notes now', 'see <path> now'],
  ["open '/secret file'", "open '<path>'"],
  ['at /Volumes/lab/x:12', 'at <path>'],
  ['lab-7 refused ada, ADA', '<host> refused <user>, <user>'],
])('"%s" is told without names and paths', (message, expected) => {
  expect(cleaned(message)).toBe(expected)
})

test.each([
  'got 3/4 of http://127.0.0.1:8080/big?n=1, 5 s late',
  'adamant lab-70: and/or, a / b',
  'Expected 10, got 1',
  '50 req /s',
  '/s',
  '<b>5 /s</b> of <a/> and </home>',
  'a /homely thing // twice',
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

test('names of two characters go only where they cannot be words', () => {
  const { failures } = withoutPrivate(
    runWith('my vm at me@vm, http://vm/x, vm:8080 or \\\\vm: me or 3 vm', { hostName: 'vm', userName: 'me' }),
  )
  expect(failures.get(0)?.message).toBe(
    'my vm at <user>@<host>, http://<host>/x, <host>:8080 or <path>: me or 3 vm',
  )
})

test('the file that a run was imported from and the variant that it is of are told without them', () => {
  const run = runWith('x')
  const variant = (label: string) =>
    ({ kind: 'experiment', experimentId: 'e', experiment: 'comparison', variant: label, round: 0 }) as const
  expect([
    originWithoutPrivate({ kind: 'imported', fileName: 'ada_run on lab-7.html' }, run),
    originWithoutPrivate(variant('4 on lab-7'), run),
    originWithoutPrivate({ kind: 'measured', by: 'app' }, run),
  ]).toEqual([
    { kind: 'imported', fileName: '<user>_run on <host>.html' },
    variant('4 on <host>'),
    { kind: 'measured', by: 'app' },
  ])
})

test.each([
  ['ada-on-lab-7', { hostName: 'lab-7', userName: 'ada' }, 'user-on-host'],
  ['nada-lab-70', { hostName: 'lab-7', userName: 'ada' }, 'nada-lab-70'],
  ['for-ada-l', { hostName: 'Box.local', userName: 'Ada_L' }, 'for-user'],
  ['vm-test', { hostName: 'vm', userName: '' }, 'vm-test'],
  ['a'.repeat(57) + '-abc-de', { hostName: 'abc', userName: '' }, 'a'.repeat(57) + '-host-d'],
])('a preset called %s by %j is told of as %s', (id, names, expected) => {
  const run = runWith('x', names)
  const preset = { ...run.header.preset, id }
  expect(withoutPrivate({ ...run, header: { ...run.header, preset } }).header.preset.id).toBe(expected)
})

test('presets that ship keep their ids on a machine that is called like a part of one', () => {
  const run = runWith('x', { hostName: 'pool', userName: 'demo' })
  const told = shippedPresetIds.map(
    (id) =>
      withoutPrivate({ ...run, header: { ...run.header, preset: { ...run.header.preset, id } } }).header
        .preset.id,
  )
  expect(told).toEqual(shippedPresetIds)
})
