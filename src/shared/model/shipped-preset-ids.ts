/** The presets that ship with the app (`resources/presets`), in the order in which they are offered. */
export const shippedPresetIds: readonly string[] = [
  'course-demo',
  'course-demo-verbatim',
  'cpu-saturation',
  'io-fanout',
  'mixed-pipeline',
  'blocked-loop',
  'over-subscription',
  'small-pool',
  'straggler',
  'starvation',
  'waiting',
  'memory-steps',
  'garbage',
  'process-start',
  'tiny-tasks',
  'failures',
]
