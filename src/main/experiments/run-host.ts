/** Entry of a run host: a process with an engine of its own, whose threads stay warm for the runs of one variant. */
import process from 'node:process'
import { assertNever } from '#shared/assert-never.ts'
import { digestRun } from '#shared/analysis/comparison/digest-run.ts'
import { messageOf } from '#shared/message-of.ts'
import { Engine, type RunUnderWay } from '../compose-engine.ts'
import { connectToParent, launcherOfChild } from '../platform/parent-link.ts'
import { processesCpuMs } from '../platform/process-cpu.ts'
import { RunWriters } from '../runs/folder/run-writers.ts'
import type { HostedWish, HostOrder, HostReport, HostSetup } from './host-messages.ts'
import { HostedRecord } from './hosted-record.ts'

let host: { readonly engine: Engine; readonly writers: RunWriters } | null = null
let underWay: RunUnderWay | null = null
/** Of the run that was asked for last, which may not have begun yet. */
let cancelling = new AbortController()

const launch = launcherOfChild()
const tell = connectToParent({
  // Only `run-host-client.ts` has the other end.
  heard: (order) => obey(order as HostOrder),
  // Nobody wants the result. Threads, child processes and temporary files go with the process.
  lost: () => process.exit(0),
})
const say = (report: HostReport): void => tell(report)

async function setUp({ machine, otherProcessIds, ...folders }: HostSetup): Promise<HostReport> {
  const windowCpuMs = processesCpuMs(otherProcessIds)
  const engine = new Engine({ ...folders, launch, windowCpuMs, ...(machine === null ? {} : { machine }) })
  host = { engine, writers: new RunWriters(folders.entries) }
  return { kind: 'ready', machine: await engine.describeMachine() }
}

async function makeRun({ preset, strategy, options, record }: HostedWish): Promise<HostReport> {
  if (host === null) throw new Error('Expected a host that is set up, got a run first')
  const { signal } = (cancelling = new AbortController())
  const kept = new HostedRecord(host.writers, record)
  await kept.ready()
  underWay = host.engine.start(preset, strategy, options, {
    onPreparing: () => undefined,
    onBegun: (recorder) => kept.begin(recorder),
  })
  if (signal.aborted) underWay.cancel()
  try {
    const run = await underWay.finished
    return { kind: 'over', run: { digest: digestRun(run), phase: run.phase, ...(await kept.finish(run)) } }
  } finally {
    kept.close()
    underWay = null
  }
}

function answer(work: Promise<HostReport>): void {
  work
    .catch((error: unknown): HostReport => ({ kind: 'refused', message: messageOf(error) }))
    .then(say, () => undefined)
}

async function end(): Promise<void> {
  await host?.engine.close()
  await host?.writers.close()
  process.exit(0)
}

function obey(order: HostOrder): void {
  switch (order.kind) {
    case 'set-up':
      answer(setUp(order.setup))
      break
    case 'run':
      answer(makeRun(order.wish))
      break
    case 'cancel':
      cancelling.abort()
      underWay?.cancel()
      break
    case 'end':
      void end()
      break
    default:
      assertNever(order)
  }
}

// Ctrl-C in a terminal reaches every process of the command. Only the parent decides what it means.
process.on('SIGINT', () => undefined)
process.on('SIGHUP', () => undefined)
// Not killed by it: on a way out of its own, the process takes its temporary files with it.
process.on('SIGTERM', () => process.exit(0))
