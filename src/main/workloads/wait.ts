import { checksumOfNumbers } from '../content/checksum.ts'
import { sleep } from './sleep.ts'
import { numberOf, type Workload } from './workload.ts'

export const wait: Workload = {
  waitsFor: 'timer',

  async async(parameters, context) {
    const count = numberOf(parameters, 'count')
    const ms = numberOf(parameters, 'ms')
    let slept = 0
    while (slept < count) {
      await sleep(ms, context.signal)
      context.checkpoint(++slept / count)
    }
    return checksumOfNumbers(context.seed, slept, ms)
  },

  blocking(parameters, context) {
    const count = numberOf(parameters, 'count')
    const ms = numberOf(parameters, 'ms')
    let slept = 0
    while (slept < count) {
      context.sleepHoldingThread(ms)
      context.checkpoint(++slept / count)
    }
    return checksumOfNumbers(context.seed, slept, ms)
  },
}
