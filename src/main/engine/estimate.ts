import type { TaskGroup } from '#shared/model/preset.ts'
import type { Milliseconds } from '#shared/model/units.ts'
import type { Parameters, WorkloadId } from '#shared/model/workload.ts'

type Estimate = (number: (name: string) => number, parameters: Parameters) => Milliseconds | null

/**
 * Rough lengths, for ordering tasks under `shortest-first` and for nothing else: nanoseconds per unit of work on a desktop
 * core of the 2020s, found by running each workload once. Being off by a factor of two changes nothing about an order.
 */
const estimates: Readonly<Record<WorkloadId, Estimate>> = {
  'sqrt-loop': (number, parameters) =>
    'targetMs' in parameters ? number('targetMs') : (number('iterations') * 2) / 1e6,
  'prime-count': (number) => (number('limit') * 5) / 1e6,
  'matrix-multiply': (number) => (number('size') ** 3 * 1.2) / 1e6,
  'hash-chain': (number) => (number('rounds') * 1_500) / 1e6,
  mandelbrot: (number) => (number('size') ** 2 * number('maxIterations') * 1) / 1e6,
  sort: (number) => (number('length') * 100) / 1e6,
  gzip: (number) => (number('kilobytes') * 25_000) / 1e6,
  'json-parse': (number) => (number('items') * 1_500) / 1e6,
  wait: (number) => number('count') * number('ms'),
  download: (number, parameters) => {
    // A real address answers when it answers.
    if ('url' in parameters) return null
    const rate = number('kilobytesPerSecond')
    return number('latencyMs') + number('jitterMs') / 2 + (rate > 0 ? (number('kilobytes') / rate) * 1000 : 0)
  },
  'file-io': (number) => (number('files') * number('kilobytes') * 2_000) / 1e6,
  allocate: (number) => number('megabytes') * 0.5 + number('holdMs'),
  'no-op': () => 0,
  'throw-error': () => 0,
  'exit-thread': () => 0,
}

/** Roughly how long one task of the group takes where nothing holds it up; null where nobody can know. */
export function estimateMs(group: Pick<TaskGroup, 'workload' | 'parameters'>): Milliseconds | null {
  return estimates[group.workload]((name) => Number(group.parameters[name]), group.parameters)
}
