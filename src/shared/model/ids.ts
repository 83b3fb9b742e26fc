declare const brand: unique symbol

/** Names one run: sortable by start time, safe in a file name. */
export type RunId = string & { readonly [brand]: 'RunId' }
/** A task's position in the plan, 0 to taskCount - 1. */
export type TaskIndex = number
/** A slot's position in the run's slot list. */
export type SlotIndex = number
