import type { Workload } from './workload.ts'

export const noOp: Workload = {
  // The seed is all that there is to a task that does nothing.
  async: (_parameters, context) => Promise.resolve(context.seed),
  blocking: (_parameters, context) => context.seed,
}
