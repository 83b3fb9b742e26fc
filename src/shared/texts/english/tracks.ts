/** The tracks under the lanes: queue, cores, threads, memory and what is read per sample. */
export const tracks = {
  coresUnit: 'cores',
  overTime: (name: string, scale: string) => `${name} over time, scale ${scale}`,
  queueHint: 'Tasks that are queued and have not started',
  queue: 'queue',
  queueScale: (peak: string) => `0–${peak} tasks`,
  queueLabel: (peak: string) => `Tasks waiting over time, at most ${peak}`,
  waiting: 'waiting',
  coresHint: 'Busy share of each core in the sample under the cursor',
  tooCoarse: (interval: string) => `The system’s clock tick is too coarse for an interval of ${interval}`,
  meanAfterGap: (interval: string) => `Mean over ${interval}: the samples before are missing`,
  meanOver: (interval: string) => `Mean over this sample’s interval of ${interval}`,
  core: (core: number) => `core ${core}`,
  cores: (count: number) => `${count} cores`,
  coreLegend:
    'Busy share of a core, from the system’s own counters: 0 % to 100 % of its time. Dotted: not measured, or too short an interval for their clock tick.',
  coresLabel: (count: number) =>
    `Busy share of ${count} cores over time, one row per core, coloured by the family of the task that held it`,
  mean: 'mean',
  least: 'least',
  most: 'most',
  allCores: (origin: string) => `All cores. ${origin}`,
  leastCore: (origin: string) => `The least busy core. ${origin}`,
  busiestCore: (origin: string) => `The busiest core. ${origin}`,
  coreColourHint:
    'A core has the colour of the family whose task held it for most of the sample, as the system tells for each thread. Grey: other programs, or not known.',
  coreColour: 'colour: task',
  scaleFromAbove: 'The scale of this track does not begin at 0',
  of: (total: string) => `of ${total}`,
  threadHint: (name: string) =>
    `Thread of ${name}: solid while it is on a core, slanted lines while it is ready but has none; from the system’s scheduler statistics, once per sample`,
  threadsLabel: 'Threads over time, one row per slot: share on CPU, share ready without a core',
  onCpuHint: 'On CPU, mean over the sample',
  readyHint: 'Threads that were ready, but had no core, on average over the sample',
  ready: 'ready',
  systemUsed: 'system used',
  systemUsedHint:
    'Memory in use on the whole machine; the scale is a range around the readings and does not begin at 0',
  ownMemoryHint: 'Resident memory of the process that runs the tasks, and of its child processes',
  loopDelay: 'loop delay',
  loopDelayHint:
    'How late event loops were at worst in each sample: the loop that runs tasks (filled), and the main process’s own (line). Each loop notes how much later than planned its timers fire.',
  tasksTerm: 'tasks',
  taskLoopHint: 'How late the loop that runs tasks was, at worst in this sample',
  mainTerm: 'main',
  mainLoopHint:
    'How late the main process’s loop was, at worst in this sample: scheduler and recorder run there',
  ownCost: 'own cost',
  ownCostHint: (share: string, limit: string, cores: number) =>
    `What Taskscope itself uses, in percent of one core: main thread, sampler and window, from the CPU time that the system counts for them. The dashed line, where the scale reaches it, is the limit of ${share} of the machine: ${limit} of one core with ${cores} cores.`,
  ownScale: (to: string) => `0–${to}\u202f% core`,
  ownCostValue: 'Share of one core, mean over this sample',
  others: 'others',
  othersHint:
    'Cores kept busy by other programs: all that was busy, less the CPU time of Taskscope’s own processes. Cores are counted in clock ticks, so single samples scatter.',
  othersScale: (cores: number) => `0–${cores} cores`,
  othersValue: 'Cores, mean over this sample',
  frequency: 'frequency',
  frequencyHint:
    'Clock of the fastest and of the slowest core, as the system’s cpufreq reports it; it is read less often than the rest.',
  mostTerm: 'most',
  leastTerm: 'least',
  fastestCore: 'The fastest core',
  slowestCore: 'The slowest core',
  temperature: 'temperature',
  temperatureHint: 'Of the processor, from the system’s thermal zones; it is read less often than the rest.',
  celsius: 'Degrees Celsius',
}
