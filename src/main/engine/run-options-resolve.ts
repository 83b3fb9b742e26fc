import { defaultRunOptions, type RunOptions } from '#shared/model/run-options.ts'
import type { Preset } from '#shared/model/preset.ts'

/** The options of a run: what the user set for it, else what the preset wants, else what the user has settled for all runs, else the defaults for this many cores. */
export function resolveRunOptions(
  preset: Preset,
  chosen: Partial<RunOptions>,
  cores: number,
  settled: Partial<RunOptions> = {},
): RunOptions {
  return { ...defaultRunOptions(cores), ...settled, ...preset.options, ...chosen }
}

/** What is chosen for a run, together with what is settled for all runs where neither that nor the preset says otherwise. */
export function withSettled(
  preset: Preset,
  chosen: Partial<RunOptions>,
  settled: Partial<RunOptions>,
): Partial<RunOptions> {
  const open = Object.entries(settled).filter(([name]) => !(name in preset.options))
  return { ...Object.fromEntries(open), ...chosen }
}
