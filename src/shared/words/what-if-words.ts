import { assertNever } from '../assert-never.ts'
import { countText, durationFigure, figureText, fixedText, percentFigure } from '../format.ts'
import type { VariedSize, WhatIf, WhatIfCurve, WhatIfPoint } from '../model/what-if.ts'
import type { Milliseconds } from '../model/units.ts'
import { texts } from '../texts/texts.ts'
import { lateWords } from './late-words.ts'

/** What is varied, as a title and in a count: "4 cores". */
export const variedSizeWords = lateWords(() => texts().whatIfWords.sizes)

/** How a prediction is made, in two sentences: for a tooltip. */
export function whatIfDefinition(): string {
  return texts().whatIfWords.definition
}

/** A point of a curve in words. */
interface ToldPoint {
  readonly amount: string
  readonly time: string
}

/** Less than this share of the best makespan is no gain worth a sentence. */
const worthwhileShare = 0.02

function amount(value: number, vary: VariedSize): string {
  const number = Number.isInteger(value) ? countText(value) : fixedText(value, 1)
  return `${number} ${value === 1 ? variedSizeWords[vary].one : variedSizeWords[vary].many}`
}

const time = (ms: Milliseconds): string => figureText(durationFigure(ms))

/** The smallest value from which on nothing worthwhile is gained: its makespan is within 2 % of the best. */
function enoughOf(points: readonly WhatIfPoint[]): WhatIfPoint | null {
  const bestMs = points.reduce((least, { makespanMs }) => Math.min(least, makespanMs), Infinity)
  return points.find(({ makespanMs }) => makespanMs <= bestMs * (1 + worthwhileShare)) ?? null
}

function curveSentence({
  points,
  measured,
  vary,
  cpuWorkersFollow,
  policy,
  measuredPolicy,
}: WhatIfCurve): string {
  const { curve } = texts().whatIfWords
  const enough = enoughOf(points)
  const last = points.at(-1)
  if (enough === null || last === undefined) return curve.nothing
  const told = ({ value, makespanMs }: WhatIfPoint): ToldPoint => ({
    amount: amount(value, vary),
    time: time(makespanMs),
  })
  const about = {
    policy: policy === measuredPolicy ? null : policy,
    areWorkersAlong: cpuWorkersFollow,
    measured: told(measured),
  }
  if (enough.value <= measured.value)
    return curve.noGain({ ...about, fewer: enough.value < measured.value ? told(enough) : null })
  // Twice as many is what one would try next.
  const next = points.find(({ value }) => value >= 2 * measured.value)
  const shown = next === undefined || next.value > enough.value ? enough : next
  if (enough.value === last.value) {
    const further = shown.value === last.value ? null : told(last)
    return curve.gain({ ...about, shown: told(shown), further, end: null })
  }
  const end = shown === enough ? { ...told(enough), time: null } : told(enough)
  return curve.gain({ ...about, shown: told(shown), further: null, end })
}

/** What a what-if says, in a sentence: what the next step up would bring, and where it ends. */
export function whatIfSentence(whatIf: WhatIf): string {
  const words = texts().whatIfWords
  switch (whatIf.kind) {
    case 'curve':
      return curveSentence(whatIf)
    case 'too-large':
      return words.tooLarge(countText(whatIf.mostTasks), countText(whatIf.taskCount))
    case 'nothing-ran':
      return words.nothingRan
    case 'not-used':
      return words.notUsed(variedSizeWords[whatIf.vary].title)
    default:
      return assertNever(whatIf)
  }
}

/** How far the model is off where the truth is known, in a sentence. */
export function whatIfErrorSentence({ error, measured, predictedAtMeasuredMs }: WhatIfCurve): string {
  const { error: words } = texts().whatIfWords
  const predicted = time(predictedAtMeasuredMs)
  const was = time(measured.makespanMs)
  if (Number.isNaN(error)) return words.unknown(predicted)
  if (Math.abs(error) < 0.0005) return words.exactly(predicted, was)
  const share = percentFigure(Math.abs(error)).value
  return error < 0 ? words.less(predicted, share, was) : words.more(predicted, share, was)
}
