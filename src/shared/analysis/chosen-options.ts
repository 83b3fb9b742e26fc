import type { Preset } from '../model/preset.ts'
import { defaultRunOptions, type RunOptions } from '../model/run-options.ts'

/** The options of a run that neither its preset nor the defaults for this many cores explain: what somebody chose. */
export function chosenOptions(
  options: RunOptions,
  { preset, cores }: { readonly preset: Preset; readonly cores: number },
): Partial<RunOptions> {
  const standard: RunOptions = { ...defaultRunOptions(cores), ...preset.options }
  return Object.fromEntries(
    Object.entries(options).filter(([name, value]) => standard[name as keyof RunOptions] !== value),
  )
}
