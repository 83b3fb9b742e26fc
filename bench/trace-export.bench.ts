import { expect, test } from 'vitest'
import { taskName } from '#shared/model/plan.ts'
import type { Run } from '#shared/model/run.ts'
import { stateOf } from '#shared/model/task.ts'
import { traceReport } from '../src/main/reports/trace-report.ts'
import { benchFacts, measureExport } from './export-cost.ts'
import { largeRun } from './large-run.ts'
import { printTable } from './table.ts'

/** The usual way: an object for each of the same events, written by `JSON.stringify`. Tasks and queue waits only. */
function* asObjects({ header, tasks }: Run): Generator<string> {
  const us = (ms: number): number => Math.round(ms * 1e6) / 1000
  const events: object[] = []
  for (let task = 0; task < tasks.count; task++) {
    const name = taskName(header.plan, task)
    const queuedMs = tasks.queuedMs[task] as number
    const startedMs = tasks.startedMs[task] as number
    const common = { pid: 1, cat: 'queue', id: task + 1, name: 'queue wait' }
    events.push({
      ph: 'X',
      pid: 1,
      tid: (tasks.slot[task] as number) + 2,
      ts: us(startedMs),
      dur: us((tasks.finishedMs[task] as number) - startedMs),
      cat: 'task,cpu',
      name,
      args: {
        task,
        outcome: stateOf(tasks.state[task] as number),
        checksum: tasks.checksum[task],
        queueWaitMs: us(startedMs - queuedMs) / 1000,
      },
    })
    events.push({ ph: 'b', tid: 1, ts: us(queuedMs), ...common, args: { name, task } })
    events.push({ ph: 'e', tid: 1, ts: us(startedMs), ...common })
  }
  // One string can't hold them all.
  for (let at = 0; at < events.length; at += 10_000) yield JSON.stringify(events.slice(at, at + 10_000))
}

test('a million tasks as a trace', async () => {
  const rows: string[][] = []
  for (const hasCpuTimes of [false, true]) {
    const run = largeRun(1_000_000, { hasCpuTimes })
    const ours = await measureExport(traceReport(run, benchFacts))
    const peer = await measureExport([{ pieces: asObjects(run) }])
    for (const [name, { seconds, megabytes, growthMb }] of [
      ['trace', ours],
      ['peer: objects, JSON.stringify', peer],
    ] as const)
      rows.push([
        `${name}, ${hasCpuTimes ? 'CPU times known' : 'CPU times not known'}`,
        seconds.toFixed(1),
        megabytes.toFixed(0),
        growthMb.toFixed(0),
      ])
    expect([ours.seconds < 10, ours.growthMb < 1000]).toEqual([true, true])
  }
  printTable('A million tasks', ['as', 's', 'MB', 'memory MB'], rows)
})
