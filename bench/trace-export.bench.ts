import { expect, test } from 'vitest'
import { noLabels } from '#shared/model/saved-run.ts'
import { taskName } from '#shared/model/plan.ts'
import type { Run } from '#shared/model/run.ts'
import { stateOf } from '#shared/model/task.ts'
import type { ExportFacts } from '../src/main/reports/exporter.ts'
import { traceReport } from '../src/main/reports/trace-report.ts'
import { largeRun } from './large-run.ts'
import { printTable } from './table.ts'

const facts: ExportFacts = {
  labels: noLabels,
  origin: { kind: 'measured', by: 'app' },
  taskscope: '0.0.0',
  exportedAt: '2026-11-22T08:00:00.000Z',
}

interface Measured {
  readonly seconds: number
  readonly megabytes: number
  /** How much larger the process became at most. */
  readonly growthMb: number
}

/** Makes all pieces, as UTF-8, and lets go of them, as an export does. */
async function measure(
  pieces: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
): Promise<Measured> {
  const beforeBytes = process.memoryUsage.rss()
  let mostBytes = beforeBytes
  let bytes = 0
  const startedMs = performance.now()
  for await (const piece of pieces) {
    bytes += Buffer.from(piece).length
    mostBytes = Math.max(mostBytes, process.memoryUsage.rss())
  }
  const seconds = (performance.now() - startedMs) / 1000
  return { seconds, megabytes: bytes / 1e6, growthMb: (mostBytes - beforeBytes) / 1e6 }
}

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
    const ours = await measure(traceReport(run, facts)[0]?.pieces ?? [])
    const peer = await measure(asObjects(run))
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
