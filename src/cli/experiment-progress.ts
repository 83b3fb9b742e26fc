import type { ExperimentProgress } from '#shared/model/experiment.ts'
import { durationText } from './plain-figure.ts'

/** How far an experiment is, on one line: "compare  3 of 30 runs, hybrid (warm-up), about 41.0 s left". */
export function experimentProgressText(
  name: string,
  labels: readonly string[],
  { done, total, variant, isWarmUp, remainingMs }: ExperimentProgress,
): string {
  const label = variant === null ? undefined : labels[variant]
  const parts = [
    `${name}  ${done} of ${total} runs`,
    ...(label === undefined ? [] : [`${label}${isWarmUp ? ' (warm-up)' : ''}`]),
    ...(remainingMs === null ? [] : [`about ${durationText(remainingMs)} left`]),
  ]
  return parts.join(', ')
}
