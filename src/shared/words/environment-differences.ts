import type { EnvironmentDifference } from '../model/comparison.ts'
import type { Environment } from '../model/environment.ts'
import { environmentFacts } from './environment-facts.ts'

/** What changes from run to run on one machine is nothing that tells machines apart. */
const ofTheMoment: readonly string[] = ['load before start']

/**
 * In which facts environments differ, worded as wherever an environment is told, in the order in which a person asks; values in the order
 * of the environments. A fact that one of them does not have (a runtime that is not part of it) is "none" there.
 */
export function environmentDifferences(
  environments: readonly { readonly label: string; readonly environment: Environment }[],
): EnvironmentDifference[] {
  const facts = environments.map(({ environment }) => new Map(environmentFacts(environment)))
  const names = new Set(facts.flatMap((ofOne) => [...ofOne.keys()]))
  // Where a fact is missing from the first, it came last: power stays at the end.
  const ordered = [...names].filter((name) => name !== 'power').concat('power')
  return ordered
    .filter((name) => !ofTheMoment.includes(name))
    .map((name) => ({ name, values: facts.map((ofOne) => ofOne.get(name) ?? 'none') }))
    .filter(({ values }) => new Set(values).size > 1)
}
