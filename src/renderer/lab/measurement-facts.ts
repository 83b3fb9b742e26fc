import type { Measurement } from '#shared/model/measurement.ts'

/** Where a run's numbers came from, as terms and texts. What the platform does not give is said, not left out. */
export function measurementFacts(measurement: Measurement): readonly (readonly [string, string])[] {
  const { taskCpu, loop, coreTimes, coreTickMs, slotThreads, frequency, temperature } = measurement
  const taskTexts: Readonly<Record<Measurement['taskCpu'], string>> = {
    schedstat: 'each thread’s schedstat: CPU time and time without a core, in ns',
    'thread-cpu-usage': 'each thread’s CPU time, in µs; time without a core unknown',
    none: 'not measured',
  }
  const coreTexts: Readonly<Record<Measurement['coreTimes'], string>> = {
    'proc-stat': `/proc/stat, in steps of ${coreTickMs} ms`,
    'os-cpus': `the system’s CPU times, in steps of ${coreTickMs} ms`,
    none: 'not sampled',
  }
  return [
    ['CPU time of tasks', taskTexts[taskCpu]],
    ['async tasks', loop === 'async-hooks' ? 'told apart on the loop' : 'not told apart'],
    ['load of cores', coreTexts[coreTimes]],
    ['threads per sample', slotThreads === 'proc-task' ? 'CPU time and core of each' : 'not reported'],
    ['core frequency', frequency === 'cpufreq' ? 'cpufreq' : 'not reported'],
    ['temperature', temperature === 'thermal-zone' ? 'thermal zone' : 'not reported'],
  ]
}
