import type { Milliseconds } from './units.ts'

/** Where a run's numbers came from on its platform. What is not there is unknown in the record, never zero. */
export interface Measurement {
  /**
   * CPU time of tasks and threads. schedstat: Linux, nanoseconds, with the time ready but without a core.
   * thread-cpu-usage: newer Node, microseconds, that time unknown. none: switched off, or not to be had.
   */
  readonly taskCpu: 'schedstat' | 'thread-cpu-usage' | 'none'
  /** How async tasks were told apart on the loop; none: switched off, or there was no loop. */
  readonly loop: 'async-hooks' | 'none'
  /** Per-core load. simulated: of a machine that is not there, on request. none: nothing was sampled. */
  readonly coreTimes: 'proc-stat' | 'os-cpus' | 'simulated' | 'none'
  /** The step in which per-core times move. */
  readonly coreTickMs: Milliseconds
  /** Per-slot CPU time, and the core that each thread was on, in every sample. */
  readonly slotThreads: 'proc-task' | 'none'
  readonly frequency: 'cpufreq' | 'none'
  readonly temperature: 'thermal-zone' | 'none'
}

export const nothingMeasured: Measurement = {
  taskCpu: 'none',
  loop: 'none',
  coreTimes: 'none',
  coreTickMs: 10,
  slotThreads: 'none',
  frequency: 'none',
  temperature: 'none',
}
