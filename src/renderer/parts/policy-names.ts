import type { Policy } from '#shared/model/run-options.ts'
import { texts } from '#shared/texts/texts.ts'

/** How tasks wait for their turn, as it stands after "started". */
export function policyNames(): Readonly<Record<Policy, string>> {
  return texts().parts.policies
}
