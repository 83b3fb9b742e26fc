import process from 'node:process'

/** The environment of an app that is started for a test or a bench. */
export function launchVariables(): Record<string, string> {
  const defined = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  )
  return { ...Object.fromEntries(defined), TASKSCOPE_TEST: '1' }
}
