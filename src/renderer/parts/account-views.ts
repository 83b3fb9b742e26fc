import type { AccountView } from '#shared/words/account-words.ts'

/** Whose time is divided, where one of these is looked at at a time. */
export type WholeAccountView = Exclude<AccountView, 'executors'>

/** From left to right. */
export const wholeAccountViews: readonly { readonly name: WholeAccountView; readonly title: string }[] = [
  { name: 'wall', title: 'Wall' },
  { name: 'slots', title: 'Slots' },
  { name: 'cores', title: 'Cores' },
]
