import type { Words } from '#shared/words/account-words.ts'
import { lateWords } from '#shared/words/late-words.ts'
import { texts } from '#shared/texts/texts.ts'
import type { ScalingMeasure } from './scaling-series.ts'

/** How each measure of a sweep is called, and how its numbers are known. */
export const measureWords: Readonly<Record<ScalingMeasure, Words>> = lateWords(
  () => texts().scalingResult.measures,
)
