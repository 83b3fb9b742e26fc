/**
 * The variables that lead an app to a display of its own where several tests run beside each other; none where there is one display for all.
 * The displays are told by `scripts/setup/virtual-display.mjs`; `TEST_PARALLEL_INDEX` is Playwright's, below the number of its workers.
 */
export function ownDisplay(
  environment: Readonly<Record<string, string | undefined>>,
): Record<string, string> {
  const told = environment['TASKSCOPE_TEST_DISPLAYS']
  if (told === undefined) return {}
  const displays = JSON.parse(told) as readonly Record<string, string>[]
  const index = Number(environment['TEST_PARALLEL_INDEX'] ?? 0)
  const own = displays[index]
  if (own === undefined) throw new Error(`Expected a display for worker ${index}, got ${displays.length}`)
  return own
}
