import type { Fraction } from '#shared/model/units.ts'

/** Beyond this share of the whole machine, what is measured is to a good part Taskscope itself. */
export const mostOfMachine: Fraction = 0.05
