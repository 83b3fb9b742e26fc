import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { fakeRun } from '#shared/analysis/fake-run.ts'
import { loopHolds } from '#shared/analysis/loop-holds.ts'
import { summarize } from '#shared/analysis/summary.ts'
import type { Run } from '#shared/model/run.ts'
import { fakeBusyRun } from './fake-busy-run.ts'
import { exportedText } from './fake-facts.ts'
import { fakeTableRun } from './tables/fake-table-run.ts'
import { runsOfAnyClocks } from './fake-wrong-clocks.ts'
import { traceReport } from './trace-report.ts'
import { mostFlows } from './trace/task-flows.ts'
import { traceEventSchema } from './trace/trace-event-schema.ts'

interface TraceEvent {
  readonly ph: string
  readonly pid: number
  readonly tid: number
  readonly ts: number
  /** Of complete events; 0 of others. */
  readonly dur: number
  readonly cat: string
  readonly id: number
  readonly name: string
  readonly args: { readonly task?: number; readonly outcome?: string; readonly name?: string }
}

interface Trace {
  readonly traceEvents: readonly TraceEvent[]
  readonly otherData: { readonly runTimeZeroUs: number }
}

const noLength = { dur: 0 }
const isTrace = new Ajv({ discriminator: false, strictTypes: false, strict: false }).compile(traceEventSchema)

/** The trace as anybody else would read it, which keeps to the published format. */
async function read(run: Run): Promise<Trace> {
  const trace = JSON.parse(await exportedText(traceReport, run)) as Trace
  isTrace(trace)
  expect(isTrace.errors ?? []).toEqual([])
  return { ...trace, traceEvents: trace.traceEvents.map((event) => ({ ...noLength, ...event })) }
}

const ofPhase = ({ traceEvents }: Trace, ...phases: readonly string[]): readonly TraceEvent[] =>
  traceEvents.filter(({ ph }) => phases.includes(ph))

function groupedBy(events: readonly TraceEvent[], key: (event: TraceEvent) => unknown): TraceEvent[][] {
  const groups = new Map<unknown, TraceEvent[]>()
  for (const event of events) groups.set(key(event), [...(groups.get(key(event)) ?? []), event])
  return [...groups.values()]
}

/** Complete events of one thread that begin before the one before is over, by the arithmetic of doubles, as readers have it. */
function overlaps(trace: Trace): readonly (readonly [TraceEvent, TraceEvent])[] {
  return groupedBy(ofPhase(trace, 'X'), ({ tid }) => tid).flatMap((events) => {
    const inOrder = events.toSorted((one, other) => one.ts - other.ts || one.dur - other.dur)
    return inOrder.flatMap((event, at) => {
      const next = inOrder[at + 1]
      return next !== undefined && event.ts + event.dur > next.ts ? [[event, next] as const] : []
    })
  })
}

/** Pairs that are not closed in the order in which they were opened, or go back in time. */
function brokenPairs(trace: Trace): readonly string[] {
  return groupedBy(ofPhase(trace, 'b', 'e'), ({ cat, id }) => `${cat}:${id}`).flatMap((events) => {
    const open: string[] = []
    let lastUs = -Infinity
    for (const { ph, name, ts, cat, id } of events) {
      if (ts < lastUs) return [`${cat} ${id}: ${ts} after ${lastUs}`]
      lastUs = ts
      if (ph === 'b') open.push(name)
      else if (open.pop() !== name) return [`${cat} ${id}: ${name} closed out of turn`]
    }
    return open.map((name) => `${name} left open`)
  })
}

/** Counters that go back in time. */
function brokenCounters(trace: Trace): readonly string[] {
  return groupedBy(ofPhase(trace, 'C'), ({ name }) => name).flatMap((events) =>
    events.flatMap(({ name, ts }, at) => (ts < (events[at - 1]?.ts ?? 0) ? [name] : [])),
  )
}

/** Flows that do not lead from within one complete event into another, forwards. */
function brokenFlows(trace: Trace): readonly string[] {
  const slices = ofPhase(trace, 'X')
  const isBound = ({ tid, ts }: TraceEvent): boolean =>
    slices.some((slice) => slice.tid === tid && slice.ts <= ts && ts < slice.ts + slice.dur)
  return groupedBy(ofPhase(trace, 's', 'f'), ({ cat, name, id }) => `${cat}:${name}:${id}`).flatMap(
    ([begin, end, ...more]) =>
      begin?.ph === 's' &&
      end?.ph === 'f' &&
      more.length === 0 &&
      begin.ts <= end.ts &&
      isBound(begin) &&
      isBound(end)
        ? []
        : [`flow ${begin?.id}`],
  )
}

const problems = (trace: Trace): readonly unknown[] => [
  ...overlaps(trace),
  ...brokenPairs(trace),
  ...brokenCounters(trace),
  ...brokenFlows(trace),
]

/** Where each task is told of: as a complete event, or as a pair. */
function tellings(trace: Trace): readonly TraceEvent[] {
  return ofPhase(trace, 'X', 'b').filter(({ cat, args }) => cat.startsWith('task') && 'outcome' in args)
}

describe('what the format asks for holds', () => {
  test('of a run in which everything happens', async () => {
    expect(problems(await read(fakeBusyRun()))).toEqual([])
  })

  test('of a run whose record makes little sense', async () => {
    expect(problems(await read(fakeTableRun()))).toEqual([])
  })

  test('of a run without tasks, and of one that never began', async () => {
    const none = fakeRun({ groups: [{ count: 0 }], tasks: [] })
    const planned = fakeRun({ groups: [{}], tasks: [{}] })
    planned.tasks.queuedMs.fill(NaN)
    const traces = [await read(none), await read({ ...planned, phase: { kind: 'interrupted' } })]
    expect(traces.map((trace) => [problems(trace), tellings(trace)])).toEqual([
      [[], []],
      [[], []],
    ])
  })

  test('of any possible run, and of any whose clocks were wrong', async () => {
    for (const [at, run] of runsOfAnyClocks().entries()) {
      const trace = await read(run)
      expect([at, problems(trace), tellings(trace).length]).toEqual([at, [], run.tasks.count])
    }
  })
})

test('times that no double has exactly do not make one task overlap the next', async () => {
  const ends = Array.from({ length: 2_000 }, (_, at) => 0.1 + (at + 1) * 0.000_337)
  const run = fakeRun({
    groups: [{ kind: 'cpu', count: ends.length }],
    tasks: ends.map((finished, at) => ({ started: ends[at - 1] ?? 0.1, finished })),
    nowMs: 1,
  })
  const trace = await read(run)
  const totalUs = ofPhase(trace, 'X')
    .filter(({ tid }) => tid === 2)
    .reduce((sum, { dur }) => sum + dur, 0)
  // At most a nanosecond is cut off each.
  expect([overlaps(trace), Math.abs(totalUs - 674) < 2]).toEqual([[], true])
})

test('the summary can be had from the trace: outcomes, makespan, and how long each slot was busy', async () => {
  const run = fakeBusyRun()
  const trace = await read(run)
  const { outcomes, unfinished, makespanMs } = summarize(run)
  const started = tellings(trace)
  const outcomeOf = (wanted: string): number => started.filter(({ args }) => args.outcome === wanted).length
  const queued = ofPhase(trace, 'b').filter(({ cat }) => cat === 'queue')
  const marks = ofPhase(trace, 'i').map(({ name, tid }) => [name, tid])
  // A cancelled task that never began is no stretch of any slot, but its wait and its mark are there.
  expect([outcomeOf('succeeded'), outcomeOf('failed'), outcomeOf('timed-out'), outcomeOf('running')]).toEqual(
    [outcomes.succeeded, outcomes.failed, outcomes['timed-out'], unfinished],
  )
  expect([queued.length, marks]).toEqual([
    run.tasks.count,
    [
      ['failed', 2],
      ['timed out', 4],
      ['cancelled', 1],
    ],
  ])

  const endsUs = ofPhase(trace, 'e', 'X')
    .filter(({ id, cat }) => (cat === 'queue' || cat.startsWith('task') ? id !== 7 : false))
    .map(({ ts, dur }) => ts + dur)
  const beginsUs = queued.map(({ ts }) => ts)
  expect((Math.max(...endsUs) - Math.min(...beginsUs)) / 1000).toBeCloseTo(makespanMs ?? NaN, 5)

  const busyMs = (slot: number): number =>
    ofPhase(trace, 'X')
      .filter(({ tid }) => tid === slot + 2)
      .reduce((sum, { dur }) => sum + dur / 1000, 0)
  const holds = loopHolds(run).get(1)
  const heldMs = Array.from(holds?.toMs ?? [], (toMs, row) => toMs - (holds?.fromMs[row] ?? 0))
  expect([busyMs(0), busyMs(1), busyMs(2)].map((ms) => Number(ms.toFixed(4)))).toEqual([
    699,
    heldMs.reduce((sum, ms) => sum + ms, 0),
    618,
  ])
})

test('a task carries what is known of it', async () => {
  const trace = await read(fakeBusyRun())
  const argsOf = (task: number): unknown => tellings(trace).find(({ args }) => args.task === task)?.args
  expect([argsOf(0), argsOf(1), argsOf(5)]).toEqual([
    {
      task: 0,
      outcome: 'succeeded',
      checksum: 1,
      queueWaitMs: 1,
      onCpuMs: 380,
      readyMs: 10,
      timerMs: 0,
      ioMs: 5,
    },
    {
      task: 1,
      outcome: 'failed',
      failure: 'RangeError: Out of "range"\n@here',
      checksum: 1,
      queueWaitMs: 400.25,
      onCpuMs: 299,
      readyMs: 0,
    },
    {
      name: 'fetch 2',
      task: 5,
      outcome: 'succeeded',
      checksum: 1,
      queueWaitMs: 1,
      onCpuMs: 200,
      readyMs: 0,
      timerMs: 0,
      ioMs: 298,
    },
  ])
})

test('slots are threads, in their order, and no id is 0, which readers take for the idle thread', async () => {
  const trace = await read(fakeBusyRun())
  const names = ofPhase(trace, 'M').flatMap(({ tid, name, args }) =>
    name === 'thread_name' ? [[tid, args.name]] : [],
  )
  expect(names).toEqual([
    [1, 'scheduler'],
    [2, 'slot 0'],
    [3, 'slot 1'],
    [4, 'slot 2'],
  ])
  const ids = trace.traceEvents.flatMap(({ pid, tid }) => [pid, tid])
  expect(ids.every((id) => Number.isInteger(id) && id > 0)).toBe(true)
})

test('waits of async tasks stand inside them; collections and blocked stretches have tracks of their own', async () => {
  const trace = await read(fakeBusyRun())
  const begun = ofPhase(trace, 'b').flatMap(({ cat, name, args }) =>
    cat === 'queue' ? [] : [[cat, name, args.task ?? null]],
  )
  expect(begun).toEqual([
    ['wait', 'input/output', 0],
    ['task,async', 'fetch', 4],
    ['task,async', 'timers', 4],
    ['task,async', 'fetch', 5],
    ['task,async', 'input/output', 5],
    ['task,async', 'fetch', 6],
    ['wait', 'timers', 7],
    ['garbage-collection', 'minor collection', null],
    ['garbage-collection', 'major collection', null],
    ['blocked-loop', 'loop blocked', 5],
    ['blocked-loop', 'loop blocked', 4],
  ])
})

test('a counter tells of an interval where it begins, and nothing where nothing is known', async () => {
  const trace = await read(fakeBusyRun())
  const zeroUs = trace.otherData.runTimeZeroUs
  const readings = (name: string): readonly number[] =>
    ofPhase(trace, 'C').flatMap((event) => (event.name === name ? [(event.ts - zeroUs) / 1000] : []))
  expect([readings('core 1').slice(0, 4), readings('memory, process').slice(0, 2)]).toEqual([
    // The fourth sample could not be read.
    [-120.5, -20.5, 79.5, 279.5],
    [-20.5, 79.5],
  ])
  expect(new Set(ofPhase(trace, 'C').map(({ name }) => name))).toEqual(
    new Set(['queue', 'core 0', 'core 1', 'memory, process', 'memory, system', 'loop delay', 'own cost']),
  )
})

test('arrows lead from where tasks were queued to where they first ran; there are none among too many tasks', async () => {
  const run = fakeBusyRun()
  const trace = await read(run)
  // Tasks 3 and 6 never had a slot that anybody saw.
  expect(ofPhase(trace, 'f').map(({ id, tid }) => [id - 1, tid])).toEqual([
    [0, 2],
    [1, 2],
    [5, 3],
    [4, 3],
    [2, 4],
    [7, 4],
  ])
  const count = mostFlows + 1
  const many = fakeRun({ groups: [{ kind: 'cpu', count }], tasks: [{ started: 0, finished: 1 }] })
  const text = await exportedText(traceReport, many)
  expect([text.includes('"ph":"s"'), text.includes('"flows":"left out: too many tasks"')]).toEqual([
    false,
    true,
  ])
})

test('names are text, whatever they contain', async () => {
  const name = 'lone \ud800, "quoted"\n and \u202e turned'
  const trace = await read(
    fakeRun({
      groups: [{ name, kind: 'cpu', count: 2 }],
      tasks: [{ started: 0, finished: 1 }, {}],
      nowMs: 1,
    }),
  )
  expect(tellings(trace)[0]?.name).toBe('lone \ufffd, "quoted"\n and \ufffd turned 1')
})

test('a million tasks come in pieces of at most a megabyte', async () => {
  const run = fakeRun({ groups: [{ kind: 'cpu', count: 20_000 }], tasks: [] })
  run.tasks.queuedMs.fill(0)
  const lengths: number[] = []
  for await (const piece of traceReport(run, {
    labels: { title: '', tags: [], note: '' },
    origin: { kind: 'measured', by: 'app' },
    taskscope: '1',
    exportedAt: '',
  })[0]?.pieces ?? [])
    lengths.push(piece.length)
  expect([lengths.length > 5, Math.max(...lengths) < 1_000_000]).toEqual([true, true])
})
