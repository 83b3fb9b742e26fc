import { assertNever } from '../assert-never.ts'
import { countText, durationFigure, figureText, percentFigure } from '../format.ts'
import type { VariedSize, WhatIf, WhatIfCurve, WhatIfPoint } from '../model/what-if.ts'
import type { Milliseconds } from '../model/units.ts'

/** What is varied, as a title and in a count: "4 cores". */
export const variedSizeWords: Readonly<
  Record<VariedSize, { readonly title: string; readonly one: string; readonly many: string }>
> = {
  cores: { title: 'cores', one: 'core', many: 'cores' },
  cpuWorkers: { title: 'CPU workers', one: 'CPU worker', many: 'CPU workers' },
  blockingThreads: { title: 'blocking threads', one: 'blocking thread', many: 'blocking threads' },
  loopConcurrency: { title: 'tasks on the loop', one: 'task on the loop', many: 'tasks on the loop' },
  threadLimit: { title: 'threads', one: 'thread', many: 'threads' },
}

/** How a prediction is made, in two sentences: for a tooltip. */
export const whatIfDefinition =
  'The run’s measured tasks, sent once more through the scheduler on a virtual clock: each computes and waits for as long as it did, and all threads share the cores equally. What changes with the number of threads itself, such as caches, memory bandwidth and clock frequency, is not in it.'

/** Less than this share of the best makespan is no gain worth a sentence. */
const worthwhileShare = 0.02

function amount(value: number, vary: VariedSize): string {
  const number = Number.isInteger(value) ? countText(value) : value.toFixed(1)
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
  const enough = enoughOf(points)
  const last = points.at(-1)
  if (enough === null || last === undefined) return 'Nothing was predicted.'
  const under = policy === measuredPolicy ? 'With' : `Under ${policy}, with`
  const along = cpuWorkersFollow ? ' and as many CPU workers' : ''
  const asMeasured = `${time(measured.makespanMs)} measured with ${amount(measured.value, vary)}`
  if (enough.value <= measured.value) {
    const fewer =
      enough.value < measured.value
        ? `; ${amount(enough.value, vary)} would do (${time(enough.makespanMs)} predicted)`
        : ''
    return `${under} more than ${amount(measured.value, vary)}${along} nothing is gained (${asMeasured})${fewer}.`
  }
  // Twice as many is what one would try next.
  const next = points.find(({ value }) => value >= 2 * measured.value)
  const shown = next === undefined || next.value > enough.value ? enough : next
  const beyond =
    enough.value === last.value
      ? shown.value === last.value
        ? ''
        : `; it gets faster up to ${amount(last.value, vary)}, the most that was tried (${time(last.makespanMs)})`
      : `; beyond ${amount(enough.value, vary)}${shown === enough ? '' : ` (${time(enough.makespanMs)})`} nothing is gained`
  return `${under} ${amount(shown.value, vary)}${along}: ${time(shown.makespanMs)} predicted (${asMeasured})${beyond}.`
}

/** What a what-if says, in a sentence: what the next step up would bring, and where it ends. */
export function whatIfSentence(whatIf: WhatIf): string {
  switch (whatIf.kind) {
    case 'curve':
      return curveSentence(whatIf)
    case 'too-large':
      return `Runs of more than ${countText(whatIf.mostTasks)} tasks are not replayed; this one has ${countText(whatIf.taskCount)}.`
    case 'nothing-ran':
      return 'No task was started, so there is nothing to replay.'
    case 'not-used':
      return `None of this run’s tasks depend on the number of ${variedSizeWords[whatIf.vary].title}.`
    default:
      return assertNever(whatIf)
  }
}

/** How far the model is off where the truth is known, in a sentence. */
export function whatIfErrorSentence({ error, measured, predictedAtMeasuredMs }: WhatIfCurve): string {
  const predicted = `For the run as it was, the model says ${time(predictedAtMeasuredMs)}`
  if (Number.isNaN(error)) return `${predicted}.`
  const off =
    Math.abs(error) < 0.0005
      ? 'exactly'
      : `${percentFigure(Math.abs(error)).value} % ${error < 0 ? 'less than' : 'more than'}`
  return `${predicted}, ${off} the ${time(measured.makespanMs)} measured.`
}
