import { availableParallelism } from 'node:os'
import { messageOf } from '#shared/message-of.ts'
import type { Experiment, ExperimentProgress, Trial } from '#shared/model/experiment.ts'
import { runOptionBounds } from '#shared/model/run-options.ts'
import type { Hertz, Milliseconds } from '#shared/model/units.ts'
import type { KnownMachine } from '../compose-engine.ts'
import { createRunId } from '../engine/run-id.ts'
import { resolveRunOptions } from '../engine/run-options-resolve.ts'
import type { HostedRun, HostedWish } from './host-messages.ts'
import { remainingMs, type TimedRun } from './remaining-time.ts'
import type { RunHost } from './run-host-client.ts'
import { runOrder, type OrderedRun } from './run-order.ts'
import type { RunSpool } from './run-spool.ts'
import { warmUpPreset } from './warm-up-preset.ts'

/** What an experiment is made with. `experimentParts` makes the real ones; tests supply their own. */
export interface ExperimentParts {
  /** One for each variant; `machine`: as the first host found it, null for the first. */
  readonly launchHost: (machine: KnownMachine | null) => Promise<RunHost>
  /** Where the records go. It belongs to the caller, who closes it when nobody wants them any more. */
  readonly runs: Pick<RunSpool, 'recordOf' | 'noteProblem'>
  readonly nowMs: () => Milliseconds
  /** Waits; less when the signal says so. */
  readonly pause: (ms: Milliseconds, signal: AbortSignal) => Promise<void>
}

export interface ExperimentObserver {
  /** Ends the run under way, and with it the experiment. */
  readonly signal: AbortSignal
  readonly onProgress: (progress: ExperimentProgress) => void
  readonly onTrial: (trial: Trial) => void
  /** The library does not take a run, with the reason as a sentence: told once, for the first of them. */
  readonly onSavingProblem: (problem: string) => void
}

/** How an experiment ended, and what was measured by then. */
export interface ExperimentOutcome {
  readonly ending: 'completed' | 'cancelled' | 'failed'
  /** Why it failed, as a sentence; empty otherwise. */
  readonly message: string
  /** In the order in which they ran. */
  readonly trials: readonly Trial[]
}

/** As fast as it goes: a run waits for its first samples, and nobody will look at those of a warm-up. */
function warmUpRate(sampleHz: Hertz): Hertz {
  return sampleHz === 0 ? 0 : runOptionBounds.sampleHz.max
}

/** One experiment from its first host to its last run. */
class ExperimentRunner {
  /** What its runs have in common. */
  readonly #id = createRunId(new Date())
  readonly #experiment: Experiment
  readonly #parts: ExperimentParts
  readonly #observer: ExperimentObserver
  readonly #order: readonly OrderedRun[]
  readonly #trials: Trial[] = []
  readonly #over: TimedRun[] = []
  readonly #hosts: RunHost[] = []
  #hasSavingProblem = false

  constructor(experiment: Experiment, parts: ExperimentParts, observer: ExperimentObserver) {
    this.#experiment = experiment
    this.#parts = parts
    this.#observer = observer
    this.#order = runOrder(experiment.variants.length, experiment.repeats, experiment.warmUps)
  }

  async run(): Promise<ExperimentOutcome> {
    try {
      this.#tell(null)
      await this.#launchHosts()
      for (const next of this.#order) if (!(await this.#take(next))) return this.#outcome('cancelled')
      return this.#outcome('completed')
    } catch (error) {
      return this.#observer.signal.aborted
        ? this.#outcome('cancelled')
        : this.#outcome('failed', messageOf(error))
    } finally {
      await Promise.all(this.#hosts.map((host) => host.end()))
    }
  }

  #outcome(ending: ExperimentOutcome['ending'], message = ''): ExperimentOutcome {
    return { ending, message, trials: this.#trials }
  }

  async #launchHosts(): Promise<void> {
    // The first one finds out how fast the machine is: alone, since others that start would take cores from it.
    const first = await this.#parts.launchHost(null)
    this.#hosts.push(first)
    const others = this.#experiment.variants.slice(1).map(async () => this.#parts.launchHost(first.machine))
    const launched = await Promise.allSettled(others)
    for (const host of launched) if (host.status === 'fulfilled') this.#hosts.push(host.value)
    for (const host of launched) if (host.status === 'rejected') throw host.reason
  }

  /** Makes the run; false: it was cancelled. Throws a sentence where the experiment can't go on. */
  async #take(next: OrderedRun): Promise<boolean> {
    const { signal } = this.#observer
    const { nowMs, pause } = this.#parts
    // Nobody measures a warm-up: it need not find the machine at rest.
    if (this.#over.length > 0 && !next.isWarmUp) await pause(this.#experiment.pauseMs, signal)
    if (signal.aborted) return false
    this.#tell(next)
    const fromMs = nowMs()
    const made = await this.#makeRun(next)
    if (made.phase.kind === 'cancelled') return false
    if (made.phase.kind === 'broken') {
      throw new Error(`A run of ${this.#labelOf(next)} broke off: ${made.phase.message}`)
    }
    this.#over.push({ ...next, tookMs: nowMs() - fromMs })
    this.#keep(next, made)
    this.#tell(null)
    return true
  }

  #keep({ variant, round, isWarmUp }: OrderedRun, { digest, recordProblem, savingProblem }: HostedRun): void {
    if (isWarmUp) return
    this.#tellSavingProblem(savingProblem)
    if (recordProblem !== '') this.#parts.runs.noteProblem(digest.id, recordProblem)
    const trial: Trial = { variant, round, place: this.#trials.length, run: digest }
    this.#trials.push(trial)
    this.#observer.onTrial(trial)
  }

  #tellSavingProblem(problem: string): void {
    if (problem === '' || this.#hasSavingProblem) return
    this.#hasSavingProblem = true
    this.#observer.onSavingProblem(problem)
  }

  async #makeRun(next: OrderedRun): Promise<HostedRun> {
    const { signal } = this.#observer
    const host = this.#hosts[next.variant]
    if (host === undefined) throw new Error(`Expected a host for ${this.#labelOf(next)}, got none`)
    const cancel = (): void => host.cancel()
    signal.addEventListener('abort', cancel)
    try {
      return await host.run(this.#wishFor(next))
    } catch (error) {
      throw new Error(`A run of ${this.#labelOf(next)} could not be made: ${messageOf(error)}`, {
        cause: error,
      })
    } finally {
      signal.removeEventListener('abort', cancel)
    }
  }

  #wishFor({ variant, round, isWarmUp }: OrderedRun): HostedWish {
    const { label, preset, strategy, options } = this.#variantAt(variant)
    if (!isWarmUp) {
      const record = this.#parts.runs.recordOf({
        kind: 'experiment',
        experimentId: this.#id,
        experiment: this.#experiment.kind,
        variant: label,
        round,
      })
      return { preset, strategy, options, record }
    }
    const resolved = resolveRunOptions(preset, options, availableParallelism())
    return {
      preset: warmUpPreset(preset, strategy, resolved),
      strategy,
      options: { ...options, sampleHz: warmUpRate(resolved.sampleHz) },
      record: null,
    }
  }

  #variantAt(at: number): Experiment['variants'][number] {
    const variant = this.#experiment.variants[at]
    if (variant === undefined) throw new Error(`Expected a variant, got none at ${at}`)
    return variant
  }

  #labelOf({ variant }: OrderedRun): string {
    return `“${this.#variantAt(variant).label}”`
  }

  #tell(running: OrderedRun | null): void {
    const done = this.#over.length
    this.#observer.onProgress({
      done,
      total: this.#order.length,
      variant: running?.variant ?? null,
      isWarmUp: (running ?? this.#order[done])?.isWarmUp ?? false,
      remainingMs: remainingMs(this.#over, this.#order.slice(done), this.#experiment.pauseMs),
    })
  }
}

/**
 * Runs an experiment in order, with a pause before every measured run, and gives what was measured, however it ends: never rejects. A run that is cancelled in its middle does
 * not count. A run that breaks off, or a host that dies, ends the experiment; tasks that fail do not: they are data.
 */
export function runExperiment(
  experiment: Experiment,
  parts: ExperimentParts,
  observer: ExperimentObserver,
): Promise<ExperimentOutcome> {
  return new ExperimentRunner(experiment, parts, observer).run()
}
