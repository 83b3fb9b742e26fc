import type { Measurement } from '#shared/model/measurement.ts'
import { texts } from '#shared/texts/texts.ts'

/** Where a run's numbers came from, as terms and texts. What the platform does not give is said, not left out. */
export function measurementFacts(measurement: Measurement): readonly (readonly [string, string])[] {
  const { taskCpu, loop, coreTimes, coreTickMs, slotThreads, frequency, temperature } = measurement
  const taskTexts: Readonly<Record<Measurement['taskCpu'], string>> = {
    schedstat: texts().machine.schedstat,
    'thread-cpu-usage': texts().machine.threadCpuUsage,
    none: texts().machine.notMeasured,
  }
  const coreTexts: Readonly<Record<Measurement['coreTimes'], string>> = {
    'proc-stat': texts().machine.procStat(String(coreTickMs)),
    'os-cpus': texts().machine.osCpus(String(coreTickMs)),
    simulated: texts().machine.simulatedCores,
    none: texts().machine.notSampled,
  }
  return [
    [texts().machine.terms.taskCpu, taskTexts[taskCpu]],
    [
      texts().machine.terms.asyncTasks,
      loop === 'async-hooks' ? texts().machine.toldApart : texts().machine.notToldApart,
    ],
    [texts().machine.terms.coreLoad, coreTexts[coreTimes]],
    [
      texts().machine.terms.threads,
      slotThreads === 'proc-task' ? texts().machine.cpuAndCore : texts().machine.notReported,
    ],
    [texts().machine.terms.frequency, frequency === 'cpufreq' ? 'cpufreq' : texts().machine.notReported],
    [
      texts().machine.terms.temperature,
      temperature === 'thermal-zone' ? texts().machine.thermalZone : texts().machine.notReported,
    ],
  ]
}
