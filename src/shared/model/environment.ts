import type { Bytes, Fraction } from './units.ts'

/** What the numbers were measured on. Travels with the run. */
export interface Environment {
  readonly cpuModel: string
  /** Logical cores that the scheduler may use. */
  readonly cores: number
  readonly physicalCores: number | null
  readonly performanceCores: number | null
  readonly efficiencyCores: number | null
  /** CPUs that a container's quota allows, such as 1.5; null: no quota found. */
  readonly cpuQuota: number | null
  readonly memoryTotalBytes: Bytes
  readonly operatingSystem: string
  readonly architecture: string
  /** What it runs in, such as `{ node: '20.18.1', v8: '…', electron: '33.2.1' }`. */
  readonly runtime: Readonly<Record<string, string>>
  /** Mean share of the cores that was busy just before the run; null: not measured. */
  readonly loadBeforeStart: Fraction | null
  readonly power: 'mains' | 'battery' | 'unknown'
  /** Private, like the next: reports leave them out unless they are told otherwise. */
  readonly hostName?: string
  readonly userName?: string
}
