import { digestRun } from '#shared/analysis/comparison/digest-run.ts'
import { fakeRun } from '#shared/analysis/fake-run.ts'
import type { Experiment } from '#shared/model/experiment.ts'
import type { RunId } from '#shared/model/ids.ts'
import type { Run, RunPhase } from '#shared/model/run.ts'
import type { KnownMachine } from '../compose-engine.ts'
import type { HostedRun, HostedWish } from './host-messages.ts'
import type { ExperimentParts } from './run-experiment.ts'

/** For tests: a run that took so long. */
export function runOf(id: string, makespanMs: number, phase: RunPhase = { kind: 'completed' }): Run {
  const run = fakeRun({ groups: [{}], tasks: [{ started: 0, finished: makespanMs, state: 'succeeded' }] })
  return { ...run, header: { ...run.header, id: id as RunId }, phase }
}

/** For tests: an experiment of variants with these labels. */
export function experimentOf(labels: readonly string[], more: Partial<Experiment> = {}): Experiment {
  const { preset } = fakeRun({ groups: [{}], tasks: [] }).header
  const variants = labels.map((label) => ({ label, preset, strategy: 'hybrid' as const, options: {} }))
  return { kind: 'comparison', variants, repeats: 2, warmUps: 1, pauseMs: 70, ...more }
}

/** What a host does when it is asked for its run: by its own position, and that of the run among all. */
export type FakeAnswer = (
  host: number,
  place: number,
  cancelled: Promise<void>,
) => HostedRun | Promise<HostedRun>

/** For tests: hosts that answer at once, and everything that was asked of them, in order. */
export class FakeHosts {
  /** Such as "launch 0", "run 0", "pause 70", "cancel 0", "end 0". */
  readonly asked: string[] = []
  readonly wishes: HostedWish[] = []
  readonly machines: (KnownMachine | null)[] = []
  readonly machine: KnownMachine = {
    environment: fakeRun({ groups: [{}], tasks: [] }).header.environment,
    iterationsPerMs: 1000,
  }
  readonly problems = new Map<RunId, string>()
  nowMs = 0

  parts(
    answer: FakeAnswer = (_host, place) => this.over(place, 100),
    onLaunch: (at: number) => void = () => undefined,
  ): ExperimentParts {
    return {
      launchHost: (known) => {
        const at = this.machines.push(known) - 1
        this.asked.push(`launch ${at}`)
        return Promise.resolve().then(() => {
          onLaunch(at)
          return this.#host(at, answer)
        })
      },
      runs: {
        recordOf: (origin) => ({
          library: 'spool',
          temporary: null,
          facts: { origin, taskscope: '1.0.0' },
        }),
        noteProblem: (runId, problem) => void this.problems.set(runId, problem),
      },
      nowMs: () => this.nowMs,
      pause: (ms) => {
        this.asked.push(`pause ${ms}`)
        return Promise.resolve()
      },
    }
  }

  /** A run that is over after so long. */
  over(place: number, makespanMs: number, phase?: RunPhase): HostedRun {
    this.nowMs += makespanMs
    const run = runOf(`run ${place}`, makespanMs, phase)
    return { digest: digestRun(run), phase: run.phase, savingProblem: '', recordProblem: '' }
  }

  #host(at: number, answer: FakeAnswer): Awaited<ReturnType<ExperimentParts['launchHost']>> {
    let cancel = (): void => undefined
    return {
      processId: null,
      machine: this.machine,
      run: async (wish) => {
        this.asked.push(`run ${at}`)
        const place = this.wishes.push(wish) - 1
        return answer(at, place, new Promise((resolve) => (cancel = resolve)))
      },
      cancel: () => {
        this.asked.push(`cancel ${at}`)
        cancel()
      },
      end: () => {
        this.asked.push(`end ${at}`)
        return Promise.resolve()
      },
    }
  }
}
