import type { TaskGroup } from '../../model/preset.ts'
import { describeWorkload, type Parameters, type WorkloadId } from '../../model/workload.ts'

/** A parameter by which a workload grows: doing so many times the work takes that, to the power of 1 / `exponent`, times its value. */
interface LengthParameter {
  readonly name: string
  readonly exponent: number
}

const linear = (name: string): LengthParameter => ({ name, exponent: 1 })

/**
 * What makes each workload's tasks longer; empty: nothing does. Sorting (n log n) and the sieve (n log log n) are taken as linear:
 * at sizes that take milliseconds, eight times the numbers are nine times the work. A wait sleeps more often rather than
 * longer, so that what each sleep costs grows along. All of a download's times grow, and its content. Allocating has no
 * length: its size is memory, of which a machine may not have eight times as much.
 */
const lengthParameters: Readonly<Record<WorkloadId, readonly LengthParameter[]>> = {
  'sqrt-loop': [linear('iterations'), linear('targetMs')],
  'prime-count': [linear('limit')],
  'matrix-multiply': [{ name: 'size', exponent: 3 }],
  'hash-chain': [linear('rounds')],
  mandelbrot: [{ name: 'size', exponent: 2 }],
  sort: [linear('length')],
  gzip: [linear('kilobytes')],
  'json-parse': [linear('items')],
  wait: [linear('count')],
  download: [linear('kilobytes'), linear('latencyMs'), linear('jitterMs')],
  'file-io': [linear('files')],
  allocate: [],
  'no-op': [],
  'throw-error': [],
  'exit-thread': [],
}

type LengthGroup = Pick<TaskGroup, 'workload' | 'parameters'>

/** The parameters of a group that make its tasks longer, with their values; empty: its tasks have no length that could be set. */
function lengthsOf({ workload, parameters }: LengthGroup): (LengthParameter & { readonly value: number })[] {
  // A real address answers when it answers.
  if ('url' in parameters) return []
  return lengthParameters[workload].flatMap((parameter) => {
    const value = parameters[parameter.name]
    return typeof value === 'number' && value > 0 ? [{ ...parameter, value }] : []
  })
}

/** Whether the tasks of a group can be made longer at all. */
export function hasLength(group: LengthGroup): boolean {
  return lengthsOf(group).length > 0
}

/** The greatest multiple of a group's work that its workload's bounds allow: 1 or more, `Infinity` where nothing bounds it. */
export function longestMultiple(group: LengthGroup): number {
  const { parameters } = describeWorkload(group.workload)
  const multiples = lengthsOf(group).map(({ name, exponent, value }) => {
    const parameter = parameters[name]
    return parameter?.kind === 'integer' ? (parameter.max / value) ** exponent : Infinity
  })
  return Math.min(...multiples)
}

/**
 * A group's parameters with so many times the work, rounded to whole numbers: a matrix of 300 rows becomes one of 378 for twice the
 * work. Throws where the workload's bounds do not allow it.
 */
export function lengthened(group: LengthGroup, multiple: number): Parameters {
  const longest = longestMultiple(group)
  if (multiple < 1 || multiple > longest) {
    throw new Error(`Expected 1 to ${longest} times the work of ${group.workload}, got ${multiple}`)
  }
  const longer = lengthsOf(group).map(({ name, exponent, value }): [string, number] => [
    name,
    Math.round(value * multiple ** (1 / exponent)),
  ])
  return { ...group.parameters, ...Object.fromEntries(longer) }
}
