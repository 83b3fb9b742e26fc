import type { TaskKind } from './task.ts'

/** One parameter of a workload, described well enough to validate it. */
export type Parameter =
  | {
      readonly kind: 'integer'
      readonly unit: string
      readonly min: number
      readonly max: number
      /** Used when a preset leaves it out; absent: must be given (or is one of `exactlyOneOf`). */
      readonly standard?: number
    }
  | {
      readonly kind: 'choice'
      readonly choices: readonly string[]
      readonly standard: string
    }
  | { readonly kind: 'url' }

export type ParameterValue = number | string
export type Parameters = Readonly<Record<string, ParameterValue>>

/** A workload for the engine; what it is called, and what its parameters are, is in the catalogue of texts. */
export interface WorkloadDescription {
  readonly kinds: readonly TaskKind[]
  readonly parameters: Readonly<Record<string, Parameter>>
  /** Names of parameters of which a task gives exactly one. */
  readonly exactlyOneOf?: readonly string[]
}

const count = (unit: string, max: number, standard?: number, min = 1): Parameter =>
  standard === undefined ? { kind: 'integer', unit, min, max } : { kind: 'integer', unit, min, max, standard }

/** Every workload that a preset may name. The code that runs them is in `main/workloads`, keyed by the same ids. */
export const workloads = {
  'sqrt-loop': {
    kinds: ['cpu'],
    parameters: {
      iterations: count('iterations', 1e11),
      targetMs: count('ms', 600_000),
    },
    exactlyOneOf: ['iterations', 'targetMs'],
  },
  'prime-count': {
    kinds: ['cpu'],
    parameters: { limit: count('', 200_000_000, 2_000_000, 2) },
  },
  'matrix-multiply': {
    kinds: ['cpu'],
    parameters: { size: count('rows', 4_000, 300) },
  },
  'hash-chain': {
    kinds: ['cpu'],
    parameters: { rounds: count('rounds', 100_000_000, 100_000) },
  },
  mandelbrot: {
    kinds: ['cpu'],
    parameters: {
      size: count('px', 10_000, 256),
      maxIterations: count('iterations', 100_000, 256),
    },
  },
  sort: {
    kinds: ['cpu'],
    parameters: { length: count('numbers', 50_000_000, 500_000) },
  },
  gzip: {
    kinds: ['cpu'],
    parameters: { kilobytes: count('KiB', 1_048_576, 2_048) },
  },
  'json-parse': {
    kinds: ['cpu'],
    parameters: { items: count('items', 5_000_000, 20_000) },
  },
  wait: {
    kinds: ['async', 'blocking'],
    parameters: {
      count: count('sleeps', 1_000_000, 1),
      ms: count('ms', 600_000, 100),
    },
  },
  download: {
    kinds: ['async', 'blocking'],
    parameters: {
      kilobytes: count('KiB', 1_048_576, 64, 0),
      latencyMs: count('ms', 120_000, 250, 0),
      jitterMs: count('ms', 120_000, 0, 0),
      kilobytesPerSecond: count('KiB/s', 10_000_000, 0, 0),
      url: { kind: 'url' },
    },
  },
  'file-io': {
    kinds: ['async', 'blocking'],
    parameters: {
      files: count('files', 10_000, 4),
      kilobytes: count('KiB', 1_048_576, 1_024),
    },
  },
  allocate: {
    kinds: ['blocking', 'cpu'],
    parameters: {
      megabytes: count('MiB', 65_536, 64),
      holdMs: count('ms', 600_000, 200, 0),
      where: {
        kind: 'choice',
        choices: ['buffer', 'heap'],
        standard: 'buffer',
      },
    },
  },
  'no-op': {
    kinds: ['async', 'cpu'],
    parameters: {},
  },
  'throw-error': {
    kinds: ['async', 'blocking', 'cpu'],
    parameters: {},
  },
  'exit-thread': {
    kinds: ['cpu', 'blocking'],
    parameters: { exitCode: count('', 255, 3, 0) },
  },
} as const satisfies Readonly<Record<string, WorkloadDescription>>

export type WorkloadId = keyof typeof workloads
export const workloadIds = Object.keys(workloads) as readonly WorkloadId[]

/** The description of a workload, seen through its general type. */
export function describeWorkload(id: WorkloadId): WorkloadDescription {
  return workloads[id]
}
