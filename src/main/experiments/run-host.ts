/** Entry of a run host: a process with an engine of its own, whose threads stay warm for the runs of one variant. */
import process from 'node:process'
import { assertNever } from '#shared/assert-never.ts'
import { digestRun } from '#shared/analysis/comparison/digest-run.ts'
import { messageOf } from '#shared/message-of.ts'
import type { Run } from '#shared/model/run.ts'
import { Engine, type RunUnderWay } from '../compose-engine.ts'
import { processesCpuMs } from '../platform/process-cpu.ts'
import { writeRunFolder } from '../runs/folder/write-run-folder.ts'
import type { HostedWish, HostOrder, HostReport, HostSetup, RecordWish } from './host-messages.ts'
import { whyNotKept } from './run-spool.ts'

let engine: Engine | null = null
let underWay: RunUnderWay | null = null
const nobody = { onPreparing: () => undefined, onBegun: () => undefined }

function say(report: HostReport): void {
  if (process.connected) process.send?.(report)
}

async function setUp({ machine, otherProcessIds, ...folders }: HostSetup): Promise<HostReport> {
  const windowCpuMs = processesCpuMs(otherProcessIds)
  engine = new Engine({ ...folders, windowCpuMs, ...(machine === null ? {} : { machine }) })
  return { kind: 'ready', machine: await engine.describeMachine() }
}

/** Empty when the record was written. */
async function keep(run: Run, { folder, facts }: RecordWish): Promise<string> {
  return writeRunFolder(folder, run, facts).then(() => '', whyNotKept)
}

async function makeRun({ preset, strategy, options, record }: HostedWish): Promise<HostReport> {
  if (engine === null) throw new Error('Expected a host that is set up, got a run first')
  underWay = engine.start(preset, strategy, options, nobody)
  try {
    const run = await underWay.finished
    const recordProblem = record === null ? '' : await keep(run, record)
    return { kind: 'over', run: { digest: digestRun(run), phase: run.phase, recordProblem } }
  } finally {
    underWay = null
  }
}

function answer(work: Promise<HostReport>): void {
  work
    .catch((error: unknown): HostReport => ({ kind: 'refused', message: messageOf(error) }))
    .then(say, () => undefined)
}

async function end(): Promise<void> {
  await engine?.close()
  process.exit(0)
}

process.on('message', (order: HostOrder) => {
  switch (order.kind) {
    case 'set-up':
      answer(setUp(order.setup))
      break
    case 'run':
      answer(makeRun(order.wish))
      break
    case 'cancel':
      underWay?.cancel()
      break
    case 'end':
      void end()
      break
    default:
      assertNever(order)
  }
})
// Ctrl-C in a terminal reaches every process of the command. Only the parent decides what it means.
process.on('SIGINT', () => undefined)
process.on('SIGHUP', () => undefined)
// Not killed by it: on a way out of its own, the process takes its temporary files with it.
process.on('SIGTERM', () => process.exit(0))
// The parent is gone, perhaps killed: nobody wants the result. Threads, child processes and temporary files go with the process.
process.on('disconnect', () => process.exit(0))
