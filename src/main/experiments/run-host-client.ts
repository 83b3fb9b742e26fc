import { join } from 'node:path'
import { assertNever } from '#shared/assert-never.ts'
import type { KnownMachine } from '../compose-engine.ts'
import { createDeferred, type Deferred } from '../engine/deferred.ts'
import { describeEnding, type LaunchNode, type NodeProcess } from '../platform/node-process.ts'
import type { HostedRun, HostedWish, HostOrder, HostReport, HostSetup } from './host-messages.ts'

/** A process that makes the runs of one variant, as an experiment uses it. */
export interface RunHost {
  readonly processId: number | null
  /** As the host knows it: every other host is to go by the same. */
  readonly machine: KnownMachine
  /** Runs once. Rejects with a sentence when the run could not begin or the host has died; a run that breaks off is an answer. */
  run(wish: HostedWish): Promise<HostedRun>
  /** Ends the run under way, which is still answered; nothing to do where none is. */
  cancel(): void
  /** Ends the process and all that belongs to it; may be called again. */
  end(): Promise<void>
}

/** What the app's list of its processes calls one. */
export const runHostName = 'Taskscope runs'

/** One that does not listen any more is killed after this. */
const endGraceMs = 3000

/** The parent's end of a run host. */
class RunHostClient implements RunHost {
  readonly #child: NodeProcess
  readonly #exited: Deferred<void> = createDeferred()
  #machine: KnownMachine | null = null
  #waiting: Deferred<HostReport> | null = null
  /** Why it is no more, as a sentence; null: it lives. */
  #death: string | null = null

  constructor(launch: LaunchNode, file: string) {
    this.#child = launch(
      { file, name: runHostName },
      {
        // Only `run-host.ts` has the other end.
        heard: (report) => this.#waiting?.resolve(report as HostReport),
        ended: (ending) => {
          this.#death ??= `The process that makes the runs ended: ${describeEnding(ending)}.`
          this.#waiting?.reject(new Error(this.#death))
          this.#exited.resolve()
        },
      },
    )
  }

  get processId(): number | null {
    return this.#child.processId
  }

  get machine(): KnownMachine {
    if (this.#machine === null) throw new Error('Expected a host that is set up, got one that is not')
    return this.#machine
  }

  async setUp(setup: HostSetup): Promise<void> {
    const report = await this.#ask({ kind: 'set-up', setup })
    if (report.kind !== 'ready') throw new Error(`Expected a host to be ready, got "${report.kind}"`)
    this.#machine = report.machine
  }

  async run(wish: HostedWish): Promise<HostedRun> {
    const report = await this.#ask({ kind: 'run', wish })
    if (report.kind !== 'over') throw new Error(`Expected a run to be over, got "${report.kind}"`)
    return report.run
  }

  cancel(): void {
    this.#tell({ kind: 'cancel' })
  }

  async end(): Promise<void> {
    this.#tell({ kind: 'end' })
    const killing = setTimeout(() => this.#child.kill(), endGraceMs)
    await this.#exited.promise
    clearTimeout(killing)
  }

  #tell(order: HostOrder): void {
    // It may die as it is told: then its end says so.
    if (this.#death === null) this.#child.send(order)
  }

  async #ask(order: HostOrder): Promise<HostReport> {
    if (this.#death !== null) throw new Error(this.#death)
    if (this.#waiting !== null) throw new Error('Expected a host with nothing to do, got one that is busy')
    const waiting = createDeferred<HostReport>()
    this.#waiting = waiting
    this.#tell(order)
    try {
      const report = await waiting.promise
      switch (report.kind) {
        case 'ready':
        case 'over':
          return report
        case 'refused':
          throw new Error(report.message)
        default:
          return assertNever(report)
      }
    } finally {
      this.#waiting = null
    }
  }
}

/** Starts a run host. Rejects with a sentence when it can't be had, or can't describe its machine. */
export async function launchRunHost(setup: HostSetup, launch: LaunchNode): Promise<RunHost> {
  const host = new RunHostClient(launch, join(setup.entries, 'run-host.js'))
  try {
    await host.setUp(setup)
    return host
  } catch (error) {
    await host.end()
    throw error
  }
}
