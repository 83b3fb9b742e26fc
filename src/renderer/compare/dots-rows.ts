import { durationFigure, figureText } from '#shared/format.ts'
import type { Comparison } from '#shared/model/comparison.ts'
import type { ExperimentOutline, TrialPoint } from '#shared/model/experiment-state.ts'
import { texts } from '#shared/texts/texts.ts'
import type { DotsRow } from '../charts/dots-geometry.ts'

/** The picture while runs come in: a row for each variant, from the first moment on. */
export function liveRows(outline: ExperimentOutline, trials: readonly TrialPoint[]): readonly DotsRow[] {
  return outline.variants.map(({ label }, variant) => {
    const own = trials.filter((trial) => trial.variant === variant)
    return {
      label,
      valuesMs: own.map(({ makespanMs }) => makespanMs),
      estimate: null,
      note: texts().compare.madeOf(own.length, outline.repeats),
      isReference: false,
    }
  })
}

/** The picture of what was found; `baseline` is the position of the variant that the others are measured by. */
export function resultRows({ variants }: Comparison, baseline: number): readonly DotsRow[] {
  return variants.map(({ label, runs, makespanMs }, variant) => ({
    label,
    valuesMs: runs.map((run) => run.makespanMs),
    estimate: makespanMs,
    note: figureText(durationFigure(makespanMs?.value ?? null)),
    isReference: variant === baseline,
  }))
}
