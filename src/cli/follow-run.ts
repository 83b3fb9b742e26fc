import type { Preset } from '#shared/model/preset.ts'
import type { RunOptions } from '#shared/model/run-options.ts'
import type { Run } from '#shared/model/run.ts'
import type { StrategyId } from '#shared/model/strategy.ts'
import { texts } from '#shared/texts/texts.ts'
import type { Engine } from '../main/compose-engine.ts'
import { readPresetFile, type PresetLibrary } from '../main/engine/preset-library.ts'
import type { FollowedRun } from '../main/runs/folder/run-writers.ts'
import type { ProgressLine } from './progress-line.ts'

/** A file when it looks like one, else a preset's id. */
export function findPreset(presets: PresetLibrary, name: string): Preset {
  return /[/\\]|\.json$/i.test(name) ? readPresetFile(name) : presets.find(name)
}

/** What is to be run. */
interface Wish {
  readonly preset: Preset
  /** Null: the preset's own. */
  readonly strategy: StrategyId | null
  readonly options: Partial<RunOptions>
}

/**
 * Runs once, with its progress on the line, and gives the record; cancels the run when the signal says so. `keep` gets whoever records it, before
 * the first task is queued.
 */
export async function followRun(
  engine: Engine,
  { preset, strategy, options }: Wish,
  progress: ProgressLine,
  signal: AbortSignal,
  keep: (recorder: FollowedRun) => void = () => undefined,
): Promise<Run> {
  let showing: NodeJS.Timeout | undefined
  const underWay = engine.start(preset, strategy ?? preset.strategy, options, {
    onPreparing: (step) => progress.show(`${texts().lab.preparations[step]} …`),
    onBegun: (recorder) => {
      keep(recorder)
      showing = setInterval(() => progress.showRun(recorder.run), 100)
    },
  })
  const cancel = (): void => {
    progress.show('Cancelling …')
    underWay.cancel()
  }
  if (signal.aborted) cancel()
  signal.addEventListener('abort', cancel)
  try {
    return await underWay.finished
  } finally {
    signal.removeEventListener('abort', cancel)
    clearInterval(showing)
    progress.clear()
  }
}
