import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { fakeRun } from '#shared/analysis/fake-run.ts'
import type { Run } from '#shared/model/run.ts'
import { fakeBusyRun } from './fake-busy-run.ts'
import { exportedText } from './fake-facts.ts'
import { runsOfAnyClocks } from './fake-wrong-clocks.ts'
import { speedscopeReport } from './speedscope-report.ts'
import { mostTaskFrames } from './speedscope/frames.ts'
import { fakeTableRun } from './tables/fake-table-run.ts'

interface FrameEvent {
  readonly type: 'O' | 'C'
  readonly frame: number
  readonly at: number
}

interface Profile {
  readonly name: string
  readonly startValue: number
  readonly endValue: number
  readonly events: readonly FrameEvent[]
}

interface SpeedscopeFile {
  readonly name: string
  readonly shared: { readonly frames: readonly { readonly name: string }[] }
  readonly profiles: readonly Profile[]
}

const schemaFile = createRequire(import.meta.url).resolve('speedscope/dist/release/file-format-schema.json')
const isSpeedscope = new Ajv({ strict: false }).compile(
  JSON.parse(readFileSync(schemaFile, 'utf8')) as object,
)

/** The file as anybody else would read it, which keeps to the schema that speedscope publishes. */
async function read(run: Run): Promise<SpeedscopeFile> {
  const file = JSON.parse(await exportedText(speedscopeReport, run)) as SpeedscopeFile
  isSpeedscope(file)
  expect(isSpeedscope.errors ?? []).toEqual([])
  return file
}

/** What speedscope refuses, and its schema does not say: time that goes back, or frames that are not closed in turn. */
function problems({ profiles, shared }: SpeedscopeFile): readonly string[] {
  return profiles.flatMap(({ name, events, startValue, endValue }) => {
    const open: number[] = []
    let last = startValue
    for (const { type, frame, at } of events) {
      if (at < last || at > endValue) return [`${name}: ${at} after ${last}, before ${endValue}`]
      if (shared.frames[frame] === undefined) return [`${name}: no frame ${frame}`]
      last = at
      if (type === 'O') open.push(frame)
      else if (open.pop() !== frame) return [`${name}: ${frame} closed out of turn`]
    }
    return open.map((frame) => `${name}: ${frame} left open`)
  })
}

/** A profile as its stack tells it: names with when they were open, the outermost first. */
function stretches({ shared }: SpeedscopeFile, { events }: Profile): readonly string[] {
  const open: { readonly frame: number; readonly at: number; readonly row: number }[] = []
  const rows: string[] = []
  for (const { type, frame, at } of events) {
    if (type === 'O') {
      open.push({ frame, at, row: rows.length })
      rows.push('')
      continue
    }
    const begun = open.pop()
    if (begun !== undefined)
      rows[begun.row] = `${'  '.repeat(open.length)}${shared.frames[frame]?.name} ${begun.at}–${at}`
  }
  return rows
}

describe('the schema and the rules beyond it hold', () => {
  test.each([
    ['in which everything happens', fakeBusyRun()],
    ['whose record makes little sense', fakeTableRun()],
    ['that never began', fakeRun({ groups: [{}], tasks: [{}] })],
  ])('of a run %s', async (_, run) => {
    expect(problems(await read(run))).toEqual([])
  })

  test('of any possible run, and of any whose clocks were wrong', async () => {
    for (const [at, run] of runsOfAnyClocks().entries()) {
      expect([at, problems(await read(run))]).toEqual([at, []])
    }
  })
})

test('each slot that ran anything is a profile over the whole run: groups, their tasks, and what went on inside', async () => {
  const file = await read(fakeBusyRun())
  expect(file.profiles.map((profile) => [profile.name, profile.startValue, profile.endValue])).toEqual([
    ['slot 0', 0, 900],
    ['slot 1', 0, 900],
    ['slot 2', 0, 900],
  ])
  expect(file.profiles.map((profile) => stretches(file, profile))).toEqual([
    [
      'compute 1–400.25',
      '  compute 1 1–400.25',
      '    input/output 100–105',
      '    minor collection 200–203',
      'compute 400.25–700',
      '  compute 2 400.25–700',
    ],
    [
      'fetch 300–400',
      '  fetch 2 300–400',
      '    major collection 310–330',
      'fetch 400–550',
      '  fetch 1 400–550',
    ],
    ['compute 2–300', '  compute 3 2–300', 'read 300–620', '  timers 310–610'],
  ])
})

test('tasks that overlap others of their slot are left out, and the profile says so', async () => {
  const run = fakeRun({
    groups: [{ kind: 'cpu', count: 3 }],
    tasks: [
      { started: 0, finished: 100 },
      { started: 10, finished: 20 },
      // As much as two clocks may differ: it begins where the one before ended.
      { started: 99.5, finished: 200 },
    ],
    nowMs: 200,
  })
  const file = await read(run)
  expect(file.profiles.map((profile) => [profile.name, stretches(file, profile)])).toEqual([
    [
      'slot 0 (1 task left out that overlap others)',
      ['group 0 0–100', '  group 0 1 0–100', 'group 0 100–200', '  group 0 3 100–200'],
    ],
  ])
})

test('of too many tasks there are frames for the groups only', async () => {
  const run = fakeRun({
    groups: [{ name: 'many', kind: 'cpu', count: mostTaskFrames + 1 }],
    tasks: [{ started: 0, finished: 1 }],
    nowMs: 1,
  })
  const file = await read(run)
  expect(file.shared.frames.map(({ name }) => name)).toEqual([
    'many',
    'timers',
    'input/output',
    'minor collection',
    'major collection',
  ])
})
