import { defaultRunOptions, type RunOptions } from '#shared/model/run-options.ts'
import type { Preset } from '#shared/model/preset.ts'

/** The options of a run: what the user set, else what the preset wants, else the defaults for this many cores. */
export function resolveRunOptions(preset: Preset, chosen: Partial<RunOptions>, cores: number): RunOptions {
  return { ...defaultRunOptions(cores), ...preset.options, ...chosen }
}
