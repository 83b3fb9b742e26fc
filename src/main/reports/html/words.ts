import { texts } from '#shared/texts/texts.ts'

/** Where everything is that this report leaves out. */
export function whereTheRestIs(): string {
  return texts().reportPage.restInJson
}
