import { numberOf, type Workload } from './workload.ts'

export const exitThread: Workload = {
  /** In a worker thread, `process.exit` ends that thread only. */
  blocking(parameters) {
    const exit: (code: number) => void = (code) => process.exit(code)
    exit(numberOf(parameters, 'exitCode'))
    throw new Error('Expected the thread to end here')
  },
}
