import type { BrowserWindow } from 'electron'
import { availableParallelism } from 'node:os'
import { isDeepStrictEqual } from 'node:util'
import { chosenOptions } from '#shared/analysis/chosen-options.ts'
import { messageOf } from '#shared/message-of.ts'
import type { OpenPresetAnswer, PresetOffer, Requests, StartAnswer } from '#shared/ipc.ts'
import type { Preset } from '#shared/model/preset.ts'
import type { Run } from '#shared/model/run.ts'
import { defaultRunOptions, type RunOptions } from '#shared/model/run-options.ts'
import type { TaskKind } from '#shared/model/task.ts'
import { texts } from '#shared/texts/texts.ts'
import { presetTitle } from '#shared/words/preset-words.ts'
import { settledOptions } from '#shared/settled-options.ts'
import { answerAtHome, type HomeAnswerParts } from './answer-at-home.ts'
import { answerExperiments } from './answer-experiments.ts'
import type { Imports } from './answer-library.ts'
import { answerRuns, type RunAnswerParts } from './answer-runs.ts'
import type { Engine, RunUnderWay } from './compose-engine.ts'
import { askForPreset } from './dialogs.ts'
import { InputError } from './engine/input-error.ts'
import { readPresetFile } from './engine/preset-library.ts'
import { roughLength } from './engine/rough-length.ts'
import { definedOptions, partialRunOptions } from './engine/run-options-schema.ts'
import { parseInput } from './engine/schema-error.ts'
import type { ExperimentsClient } from './experiments-client.ts'
import { endRunWork, followRunWork } from './home/follow-run-work.ts'
import type { WorkUnderWay } from './home/work-under-way.ts'
import { finishedRun, type RunStream, type Send } from './ipc/run-stream.ts'
import { selfTestPresetId } from './self-test/self-test.ts'
import { SelfTester } from './self-test/self-tester.ts'
import type { RunKeeper } from './run-keeper.ts'
import type { Recorder } from './runs/recorder.ts'

export interface AnswerParts extends Pick<RunAnswerParts, 'library' | 'documents' | 'save' | 'writeWhole'> {
  readonly engine: Engine
  readonly experiments: ExperimentsClient
  readonly stream: RunStream
  readonly send: Send
  readonly window: () => BrowserWindow | null
  readonly version: string
  readonly home: Omit<HomeAnswerParts, 'window'>
  readonly work: WorkUnderWay
  readonly onFirstFrame: () => void
}

function offerOf(preset: Preset, id: string): PresetOffer {
  const tasksPerKind: Record<TaskKind, number> = { async: 0, blocking: 0, cpu: 0 }
  for (const { kind, count } of preset.groups) tasksPerKind[kind] += count
  const { title, summary, strategy, options } = preset
  const taskCount = tasksPerKind.async + tasksPerKind.blocking + tasksPerKind.cpu
  return {
    id,
    title,
    summary,
    strategy,
    options,
    taskCount,
    tasksPerKind,
    roughLength: roughLength(preset, availableParallelism()),
  }
}

export interface Answers extends Imports {
  readonly requests: Requests
  /** Adds a preset from a file to those that there are. */
  readonly openPresetFile: (file: string) => OpenPresetAnswer
  readonly keeper: Pick<RunKeeper<Recorder>, 'unsaved' | 'saveElsewhere' | 'state'>
}

/** The app's answers to the window: what it asks of the engine, the dialogs and the reports. */
export function answerRequests(parts: AnswerParts): Answers {
  const { engine, experiments, stream, send, work } = parts
  const { settings, recent } = parts.home
  const settled = (): Partial<RunOptions> => settledOptions(settings.settings)
  /** Presets from files, by the id that the window knows them by. */
  const opened = new Map<string, Preset>()
  let underWay: RunUnderWay | null = null
  let shown: { readonly run: Run } | null = null
  const selfTester = new SelfTester(engine, (state) => send('selfTest', state))

  /** Why nothing can be started now, as a sentence; null: it can. */
  function whyBusy(): string | null {
    const { busy } = texts().refusals
    if (selfTester.isUnderWay) return busy.selfTest
    if (experiments.isUnderWay) return busy.experiment
    return engine.isBusy ? busy.run : null
  }

  const findPreset = (id: string): Preset => opened.get(id) ?? engine.presets.find(id)

  function startRun(presetId: string, strategy: Preset['strategy'], options: unknown): Promise<StartAnswer> {
    return new Promise((resolve, reject) => {
      const busy = whyBusy()
      if (busy !== null) {
        resolve({ kind: 'refused', message: busy })
        return
      }
      const preset = findPreset(presetId)
      const chosen = definedOptions(parseInput('Options', partialRunOptions, options))
      underWay = engine.start(preset, strategy, chosen, {
        onPreparing: (step) => send('preparing', step),
        onBegun: (recorder) => {
          shown = recorder
          runs.keeper.begin(recorder)
          send('preparing', null)
          followRunWork(recorder, work)
          stream.show(recorder)
          resolve({ kind: 'started', runId: recorder.run.header.id })
        },
      })
      work.begin('run', presetTitle(preset))
      underWay.finished
        .then(
          (run) => endRunWork(run, work),
          (error: unknown) => {
            work.end('run', 'failed')
            throw error
          },
        )
        .then(() => runs.keeper.runIsOver())
        .catch(reject)
        .finally(() => {
          underWay = null
          send('preparing', null)
        })
    })
  }

  function openPresetFile(file: string): OpenPresetAnswer {
    try {
      const preset = readPresetFile(file)
      // The same again, such as from the recent ones, is no other preset.
      const known = [...opened].find(([, one]) => isDeepStrictEqual(one, preset))?.[0]
      const id = known ?? `file-${opened.size + 1}`
      opened.set(id, preset)
      recent.add([file], 'preset')
      return { kind: 'opened', preset: offerOf(preset, id) }
    } catch (error) {
      if (!(error instanceof InputError)) throw error
      return { kind: 'refused', message: error.message }
    }
  }

  function show(run: Run): void {
    shown = { run }
    stream.show(finishedRun(run))
  }

  const runs = answerRuns({
    ...parts,
    whyBusy,
    shown: () => shown?.run ?? null,
    show,
    onImported: (files) => recent.add(files, 'runs'),
    offer: ({ id, preset, strategy, options }) => {
      const known = engine.presets.presets.find((one) => isDeepStrictEqual(one, preset))
      const presetId = known?.id ?? `run-${id}`
      if (known === undefined) opened.set(presetId, preset)
      return {
        kind: 'offered',
        preset: offerOf(preset, presetId),
        request: {
          presetId,
          strategy,
          options: chosenOptions(options, { preset, cores: availableParallelism() }),
        },
      }
    },
  })

  const requests: Requests = {
    ...runs.requests,
    ...answerExperiments({
      client: experiments,
      window: parts.window,
      findPreset,
      settled,
      whyBusy,
      show,
    }),
    async readCatalog() {
      const environment = await engine.describeEnvironment()
      return {
        version: parts.version,
        presets: [
          ...engine.presets.presets.map((preset) => offerOf(preset, preset.id)),
          ...[...opened].map(([id, preset]) => offerOf(preset, id)),
        ],
        defaults: { ...defaultRunOptions(environment.cores), ...settled() },
        environment,
        platform: process.platform,
      }
    },
    readSnapshot: () => Promise.resolve(stream.snapshot()),
    async startRun({ presetId, strategy, options }) {
      try {
        return await startRun(presetId, strategy, options)
      } catch (error) {
        return { kind: 'refused', message: messageOf(error) }
      }
    },
    cancelRun() {
      underWay?.cancel()
      return Promise.resolve()
    },
    startSelfTest({ pairs }) {
      const message = whyBusy()
      if (message !== null) return Promise.resolve({ kind: 'refused', message })
      const preset = engine.presets.find(selfTestPresetId)
      // However it ends, its state says so.
      void selfTester.start({ preset, strategy: preset.strategy, options: {}, pairs })
      return Promise.resolve({ kind: 'started' })
    },
    cancelSelfTest() {
      selfTester.cancel()
      return Promise.resolve()
    },
    readSelfTest: () => Promise.resolve(selfTester.state),
    async openPreset() {
      const window = parts.window()
      const file = window === null ? null : await askForPreset(window)
      return file === null ? { kind: 'dismissed' } : openPresetFile(file)
    },
    ...answerAtHome({ ...parts.home, window: parts.window }),
    acknowledgeBatch(sequence) {
      stream.acknowledge(sequence)
      return Promise.resolve()
    },
    reportFirstFrame() {
      parts.onFirstFrame()
      return Promise.resolve()
    },
  }
  const { importFiles, importDropped, keeper } = runs
  return { requests, importFiles, importDropped, openPresetFile, keeper }
}
