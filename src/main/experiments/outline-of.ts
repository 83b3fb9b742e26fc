import type { ExperimentOutline } from '#shared/model/experiment-state.ts'
import type { Experiment } from '#shared/model/experiment.ts'

/** What is told of an experiment before its first run is over. `sweep`: null for a comparison. */
export function outlineOf(
  { variants, repeats, warmUps, pauseMs }: Experiment,
  preset: Pick<ExperimentOutline, 'presetId' | 'presetTitle'>,
  sweep: ExperimentOutline['sweep'],
): ExperimentOutline {
  return {
    presetId: preset.presetId,
    presetTitle: preset.presetTitle,
    variants: variants.map(({ label, strategy }) => ({ label, strategy })),
    repeats,
    warmUps,
    pauseMs,
    origin: 'measured',
    sweep,
  }
}
