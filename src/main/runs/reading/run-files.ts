/** The files of a run folder, whole (`docs/run-format.md`). Whatever else lies there is left alone. */
export const runFiles = {
  document: 'run.json',
  tasks: 'tasks.arrows',
  slices: 'slices.arrows',
  samples: 'samples.arrows',
  failures: 'failures.arrows',
  labels: 'labels.json',
  /** There while somebody writes, and after they were killed. */
  writing: 'writing.json',
} as const

/** The tables among them. */
export const runTables = ['tasks', 'slices', 'samples', 'failures'] as const
export type RunTableName = (typeof runTables)[number]
