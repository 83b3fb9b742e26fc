import { laterSampleNames } from '#shared/model/sample.ts'

/** Fields that came later than the saved documents of the tests, in samples and summary. */
const laterNames = new Set([...laterSampleNames])

/** A JSON document as an earlier version wrote it: without what came later, which must be unknown. */
export function asEarlier(document: string): unknown {
  return JSON.parse(document, (name, value: unknown) => {
    if (!laterNames.has(name)) return value
    if (value !== null)
      throw new Error(`Expected ${name} to be unknown in an old record, got ${JSON.stringify(value)}`)
    return undefined
  })
}
