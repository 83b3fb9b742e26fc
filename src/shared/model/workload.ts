import type { TaskKind } from './task.ts'

/** One parameter of a workload, described well enough to validate it and to explain it. */
export type Parameter =
  | {
      readonly kind: 'integer'
      readonly unit: string
      readonly summary: string
      readonly min: number
      readonly max: number
      /** Used when a preset leaves it out; absent: must be given (or is one of `exactlyOneOf`). */
      readonly standard?: number
    }
  | {
      readonly kind: 'choice'
      readonly summary: string
      readonly choices: readonly string[]
      readonly standard: string
    }
  | { readonly kind: 'url'; readonly summary: string }

export type ParameterValue = number | string
export type Parameters = Readonly<Record<string, ParameterValue>>

export interface WorkloadDescription {
  readonly title: string
  readonly summary: string
  readonly kinds: readonly TaskKind[]
  readonly parameters: Readonly<Record<string, Parameter>>
  /** Names of parameters of which a task gives exactly one. */
  readonly exactlyOneOf?: readonly string[]
}

const count = (unit: string, summary: string, max: number, standard?: number, min = 1): Parameter =>
  standard === undefined
    ? { kind: 'integer', unit, summary, min, max }
    : { kind: 'integer', unit, summary, min, max, standard }

/** Every workload that a preset may name. The code that runs them is in `main/workloads`, keyed by the same ids. */
export const workloads = {
  'sqrt-loop': {
    title: 'Square roots',
    summary: 'Sums square roots in a loop: the article’s compute_some.',
    kinds: ['cpu'],
    parameters: {
      iterations: count('iterations', 'Fixed work: how many roots to sum.', 1e11),
      targetMs: count('ms', 'Calibrated work: as many roots as this machine sums in that time.', 600_000),
    },
    exactlyOneOf: ['iterations', 'targetMs'],
  },
  'prime-count': {
    title: 'Prime count',
    summary: 'Counts the primes below a limit with a sieve.',
    kinds: ['cpu'],
    parameters: { limit: count('', 'Counts primes below this.', 200_000_000, 2_000_000, 2) },
  },
  'matrix-multiply': {
    title: 'Matrix product',
    summary: 'Multiplies two square matrices of doubles.',
    kinds: ['cpu'],
    parameters: { size: count('rows', 'Rows and columns of each matrix.', 4_000, 300) },
  },
  'hash-chain': {
    title: 'Hash chain',
    summary: 'Hashes a hash, again and again (SHA-256).',
    kinds: ['cpu'],
    parameters: { rounds: count('rounds', 'How many hashes, each of the one before.', 100_000_000, 100_000) },
  },
  mandelbrot: {
    title: 'Mandelbrot set',
    summary: 'Iterates the points of a picture of the Mandelbrot set.',
    kinds: ['cpu'],
    parameters: {
      size: count('px', 'Width and height of the picture.', 10_000, 256),
      maxIterations: count('iterations', 'Most iterations per point.', 100_000, 256),
    },
  },
  sort: {
    title: 'Sort',
    summary: 'Sorts random numbers.',
    kinds: ['cpu'],
    parameters: { length: count('numbers', 'How many numbers.', 50_000_000, 500_000) },
  },
  gzip: {
    title: 'Gzip',
    summary: 'Compresses text-like bytes and unpacks them again.',
    kinds: ['cpu'],
    parameters: { kilobytes: count('KiB', 'Size of the content.', 1_048_576, 2_048) },
  },
  'json-parse': {
    title: 'JSON',
    summary: 'Writes and parses a JSON document.',
    kinds: ['cpu'],
    parameters: { items: count('items', 'Objects in the document.', 5_000_000, 20_000) },
  },
  wait: {
    title: 'Wait',
    summary: 'Sleeps a number of times, one sleep after the other.',
    kinds: ['async', 'blocking'],
    parameters: {
      count: count('sleeps', 'How many sleeps.', 1_000_000, 1),
      ms: count('ms', 'Length of each sleep.', 600_000, 100),
    },
  },
  download: {
    title: 'Download',
    summary: 'Fetches content over HTTP, from the built-in server unless a URL is given.',
    kinds: ['async', 'blocking'],
    parameters: {
      kilobytes: count('KiB', 'Size of the content.', 1_048_576, 64, 0),
      latencyMs: count('ms', 'Time until the first byte.', 120_000, 250, 0),
      jitterMs: count('ms', 'Seeded extra latency, 0 to this.', 120_000, 0, 0),
      kilobytesPerSecond: count('KiB/s', 'Bandwidth of the answer; 0: as fast as it goes.', 10_000_000, 0, 0),
      url: { kind: 'url', summary: 'A real address to fetch in place of the built-in server.' },
    },
  },
  'file-io': {
    title: 'File I/O',
    summary: 'Writes files to a temporary folder, reads them back and removes them.',
    kinds: ['async', 'blocking'],
    parameters: {
      files: count('files', 'How many files.', 10_000, 4),
      kilobytes: count('KiB', 'Size of each file.', 1_048_576, 1_024),
    },
  },
  allocate: {
    title: 'Allocate',
    summary: 'Allocates memory, touches every page of it and holds it for a while.',
    kinds: ['blocking', 'cpu'],
    parameters: {
      megabytes: count('MiB', 'How much memory.', 65_536, 64),
      holdMs: count('ms', 'How long to hold it.', 600_000, 200, 0),
      where: {
        kind: 'choice',
        summary: 'Raw buffers, or objects on the JavaScript heap, which has a limit.',
        choices: ['buffer', 'heap'],
        standard: 'buffer',
      },
    },
  },
  'no-op': {
    title: 'Nothing',
    summary: 'Returns at once: what remains is the cost of dispatching it.',
    kinds: ['async', 'cpu'],
    parameters: {},
  },
  'throw-error': {
    title: 'Throw',
    summary: 'Throws an error.',
    kinds: ['async', 'blocking', 'cpu'],
    parameters: {},
  },
  'exit-thread': {
    title: 'Exit',
    summary: 'Ends its own thread or process in the middle of the task.',
    kinds: ['cpu', 'blocking'],
    parameters: { exitCode: count('', 'The exit code.', 255, 3, 0) },
  },
} as const satisfies Readonly<Record<string, WorkloadDescription>>

export type WorkloadId = keyof typeof workloads
export const workloadIds = Object.keys(workloads) as readonly WorkloadId[]

/** The description of a workload, seen through its general type. */
export function describeWorkload(id: WorkloadId): WorkloadDescription {
  return workloads[id]
}
