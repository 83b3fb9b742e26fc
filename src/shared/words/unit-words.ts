import { texts } from '../texts/texts.ts'

/** The unit of a workload’s parameter in the language in use; what is a sign and no word is the same everywhere. */
export function unitText(unit: string): string {
  return texts().parameterUnits[unit] ?? unit
}
