import type { Policy } from '#shared/model/run-options.ts'

/** How tasks wait for their turn, as it stands after "started". */
export const policyNames: Readonly<Record<Policy, string>> = {
  fifo: 'as submitted',
  priority: 'by priority',
  'shortest-first': 'shortest first',
  'longest-first': 'longest first',
}
