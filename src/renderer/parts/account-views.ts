import type { AccountView } from '#shared/words/account-words.ts'
import { texts } from '#shared/texts/texts.ts'

/** Whose time is divided, where one of these is looked at at a time. */
export type WholeAccountView = Exclude<AccountView, 'executors'>

/** From left to right. */
export const wholeAccountViews = (): readonly {
  readonly name: WholeAccountView
  readonly title: string
}[] => [
  { name: 'wall', title: texts().parts.accountViews.wall },
  { name: 'slots', title: texts().parts.accountViews.slots },
  { name: 'cores', title: texts().parts.accountViews.cores },
]
