import type { EnvironmentDifference } from '../model/comparison.ts'
import type { Environment } from '../model/environment.ts'
import { texts } from '../texts/texts.ts'
import { keyedEnvironmentFacts } from './environment-facts.ts'

/** What changes from run to run on one machine is nothing that tells machines apart. */
const ofTheMoment: readonly string[] = ['load']

/**
 * In which facts environments differ, worded as wherever an environment is told, in the order in which a person asks; values in the order
 * of the environments. A fact that one of them does not have (a runtime that is not part of it) is "none" there.
 */
export function environmentDifferences(
  environments: readonly { readonly label: string; readonly environment: Environment }[],
): EnvironmentDifference[] {
  const facts = environments.map(
    ({ environment }) => new Map(keyedEnvironmentFacts(environment).map(({ key, fact }) => [key, fact])),
  )
  const keys = new Set(facts.flatMap((ofOne) => [...ofOne.keys()]))
  // Where a fact is missing from the first, it came last: power stays at the end.
  const ordered = [...keys].filter((key) => key !== 'power').concat('power')
  const { none } = texts().environment
  return ordered
    .filter((key) => !ofTheMoment.includes(key))
    .map((key) => ({
      name: facts.find((ofOne) => ofOne.has(key))?.get(key)?.[0] ?? key,
      values: facts.map((ofOne) => ofOne.get(key)?.[1] ?? none),
    }))
    .filter(({ values }) => new Set(values).size > 1)
}
