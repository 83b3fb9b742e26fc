import { bytesFigure, figureText, percentFigure } from '../format.ts'
import type { Environment } from '../model/environment.ts'

/** A name and what is to be said under it. */
export type Fact = readonly [name: string, value: string]

function coresText(environment: Environment): string {
  const { cores, physicalCores, performanceCores, efficiencyCores, cpuQuota } = environment
  const parts = [`${cores} logical`]
  if (physicalCores !== null) parts.push(`${physicalCores} physical`)
  if (performanceCores !== null && efficiencyCores !== null) {
    parts.push(`${performanceCores} performance + ${efficiencyCores} efficiency`)
  }
  if (cpuQuota !== null) parts.push(`quota ${cpuQuota}`)
  return parts.join(', ')
}

/** What the numbers were measured on, in the order in which a person asks. */
export function environmentFacts(environment: Environment): readonly Fact[] {
  const load = environment.loadBeforeStart
  return [
    ['processor', environment.cpuModel],
    ['cores', coresText(environment)],
    ['memory', figureText(bytesFigure(environment.memoryTotalBytes))],
    ['system', `${environment.operatingSystem} (${environment.architecture})`],
    ...Object.entries(environment.runtime),
    ['load before start', load === null ? 'not measured' : figureText(percentFigure(load))],
    ['power', environment.power],
  ]
}
