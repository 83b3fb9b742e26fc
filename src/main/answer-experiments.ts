import type { BrowserWindow } from 'electron'
import type { ChosenOptions, Requests, StartExperimentAnswer } from '#shared/ipc.ts'
import type { ExperimentKind } from '#shared/model/experiment.ts'
import { messageOf } from '#shared/message-of.ts'
import type { ComparisonState, ScalingState } from '#shared/model/experiment-state.ts'
import type { Preset } from '#shared/model/preset.ts'
import type { RunOptions } from '#shared/model/run-options.ts'
import type { Run } from '#shared/model/run.ts'
import { texts } from '#shared/texts/texts.ts'
import { askForSavedRuns, askWhereToSaveExperiment } from './dialogs.ts'
import { definedOptions, partialRunOptions } from './engine/run-options-schema.ts'
import { parseInput } from './engine/schema-error.ts'
import type { ExperimentsClient } from './experiments-client.ts'
import { ownProcesses } from './own-processes.ts'

/** The requests that are about comparisons and sweeps. */
type ExperimentRequests = Pick<
  Requests,
  | 'startComparison'
  | 'startSweep'
  | 'compareSaved'
  | 'cancelExperiment'
  | 'readComparison'
  | 'readScaling'
  | 'chooseBaseline'
  | 'readExperimentRun'
  | 'openExperimentRun'
  | 'exportExperiment'
>

export interface ExperimentAnswerParts {
  readonly client: ExperimentsClient
  readonly window: () => BrowserWindow | null
  /** Throws an `InputError` where there is no such preset. */
  readonly findPreset: (id: string) => Preset
  /** What the user has settled for runs that do not say otherwise. */
  readonly settled: () => Partial<RunOptions>
  /** Why nothing can be started now, as a sentence; null: it can. */
  readonly whyBusy: () => string | null
  /** Makes a run that is over the run on screen. */
  readonly show: (run: Run) => void
}

function parseOptions(chosen: ChosenOptions): Partial<RunOptions> {
  return definedOptions(parseInput('Options', partialRunOptions, chosen))
}

/** The app's processes, but for the comparison process, which knows itself: what they cost counts as our own. */
function appProcessIds(): number[] {
  return ownProcesses()
    .filter(({ name, type }) => !(type === 'Utility' && name === experimentsProcessName))
    .map(({ pid }) => pid)
}

/** As the system's task list shows it. */
export const experimentsProcessName = 'Taskscope comparisons'

function resultName(kind: ExperimentKind, state: ComparisonState | ScalingState): string | null {
  return state.kind === 'over' && state.result !== null ? `${state.outline.presetId}-${kind}` : null
}

/** The app's answers to the window about comparisons and sweeps: all that is done, is done in the comparison process. */
export function answerExperiments(parts: ExperimentAnswerParts): ExperimentRequests {
  const { client, window, findPreset, whyBusy } = parts
  const refuse = (message: string) => ({ kind: 'refused', message }) as const

  /** Whatever keeps it from beginning is said in a sentence. */
  async function starting(start: () => Promise<StartExperimentAnswer>): Promise<StartExperimentAnswer> {
    const busy = whyBusy()
    if (busy !== null) return refuse(busy)
    try {
      return await start()
    } catch (error) {
      return refuse(messageOf(error))
    }
  }

  async function readRun(
    runId: Run['header']['id'],
  ): Promise<
    { readonly kind: 'read'; readonly run: Run } | { readonly kind: 'refused'; readonly message: string }
  > {
    if (!client.isThere) return refuse(texts().refusals.resultIsLost)
    return client.ask('readRun', runId)
  }

  return {
    startComparison: ({ variants, ...request }) =>
      starting(() =>
        client.ask('startComparison', {
          ...request,
          preset: findPreset(request.presetId),
          variants: variants.map(({ strategy, options }) => ({ strategy, options: parseOptions(options) })),
          settled: parts.settled(),
          otherProcessIds: appProcessIds(),
        }),
      ),
    startSweep: (request) =>
      starting(() =>
        client.ask('startSweep', {
          ...request,
          preset: findPreset(request.presetId),
          options: parseOptions(request.options),
          settled: parts.settled(),
          otherProcessIds: appProcessIds(),
        }),
      ),
    async compareSaved() {
      const owner = window()
      if (owner === null) return refuse(texts().refusals.noWindow)
      return starting(async () => {
        const from = await askForSavedRuns(owner, texts().dialogs.savedRunsToCompareWith)
        if (from === null) return { kind: 'dismissed' }
        const to = await askForSavedRuns(owner, texts().dialogs.savedRunsToCompare)
        if (to === null) return { kind: 'dismissed' }
        // Time has passed while the user chose.
        return starting(() => client.ask('compareSaved', [from, to]))
      })
    },
    async cancelExperiment() {
      if (client.isThere) await client.ask('cancel', null)
    },
    readComparison: () => Promise.resolve(client.comparison),
    readScaling: () => Promise.resolve(client.scaling),
    async chooseBaseline({ variant }) {
      if (!client.isThere) return refuse(texts().refusals.resultIsLost)
      try {
        return await client.ask('chooseBaseline', variant)
      } catch (error) {
        return refuse(messageOf(error))
      }
    },
    async readExperimentRun({ runId }) {
      const answer = await readRun(runId)
      return answer.kind === 'read' ? answer.run : null
    },
    async openExperimentRun({ runId }) {
      const busy = whyBusy()
      if (busy !== null) return refuse(busy)
      try {
        const answer = await readRun(runId)
        if (answer.kind === 'refused') return answer
        parts.show(answer.run)
        return { kind: 'opened' }
      } catch (error) {
        return refuse(messageOf(error))
      }
    },
    async exportExperiment({ kind, format }) {
      const owner = window()
      if (owner === null) return refuse(texts().refusals.noWindow)
      const name = resultName(kind, kind === 'comparison' ? client.comparison : client.scaling)
      if (name === null) return refuse(texts().refusals.noResult)
      // Before a name is asked for in vain.
      if (!client.isThere) return refuse(texts().refusals.resultIsLost)
      const file = await askWhereToSaveExperiment(owner, name, format)
      if (file === null) return { kind: 'dismissed' }
      try {
        return await client.ask('export', { kind, format, file })
      } catch (error) {
        return refuse(messageOf(error))
      }
    },
  }
}
