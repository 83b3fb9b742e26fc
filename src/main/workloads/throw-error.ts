import type { Workload } from './workload.ts'

const failure = (): Error => new Error('This task throws an error on purpose')

export const throwError: Workload = {
  async: () => Promise.reject(failure()),
  blocking() {
    throw failure()
  },
}
