import { bytesFigure, figureText, numberText, percentFigure } from '../format.ts'
import type { Environment } from '../model/environment.ts'
import { texts } from '../texts/texts.ts'

/** A name and what is to be said under it. */
export type Fact = readonly [name: string, value: string]

/** A fact that can be found again whatever the language that it is told in. */
export interface KeyedFact {
  /** Of a runtime: its name. */
  readonly key: string
  readonly fact: Fact
}

function coresText(environment: Environment): string {
  const { cores, physicalCores, performanceCores, efficiencyCores, cpuQuota } = environment
  const words = texts().environment
  const parts = [words.logical(cores)]
  if (physicalCores !== null) parts.push(words.physical(physicalCores))
  if (performanceCores !== null && efficiencyCores !== null)
    parts.push(words.performance(performanceCores, efficiencyCores))
  if (cpuQuota !== null) parts.push(words.quota(numberText(cpuQuota)))
  return parts.join(', ')
}

/** What the numbers were measured on, in the order in which a person asks, with a key for each. */
export function keyedEnvironmentFacts(environment: Environment): readonly KeyedFact[] {
  const { names, notMeasured, power } = texts().environment
  const load = environment.loadBeforeStart
  const named = (key: keyof typeof names, value: string): KeyedFact => ({ key, fact: [names[key], value] })
  return [
    named('processor', environment.cpuModel),
    named('cores', coresText(environment)),
    named('memory', figureText(bytesFigure(environment.memoryTotalBytes))),
    named('system', `${environment.operatingSystem} (${environment.architecture})`),
    ...Object.entries(environment.runtime).map((fact) => ({ key: `runtime ${fact[0]}`, fact })),
    named('load', load === null ? notMeasured : figureText(percentFigure(load))),
    named('power', power[environment.power]),
  ]
}

/** What the numbers were measured on, in the order in which a person asks. */
export function environmentFacts(environment: Environment): readonly Fact[] {
  return keyedEnvironmentFacts(environment).map(({ fact }) => fact)
}
