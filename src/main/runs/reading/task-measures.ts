/** Columns of the task table that hold times and durations: measurements, or NaN where they are not known. */
export const taskMeasures = [
  'queuedMs',
  'startedMs',
  'finishedMs',
  'onCpuMs',
  'readyMs',
  'timerMs',
  'ioMs',
  'requeuedMs',
] as const
