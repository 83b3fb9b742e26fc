import type { WorkEnding, WorkKind } from '../../model/work-under-way.ts'

const subjects: Readonly<Record<WorkKind, string>> = {
  run: 'Run',
  'self-test': 'Self-test',
  comparison: 'Comparison',
  sweep: 'Sweep',
  export: 'Export',
}

const endings: Readonly<Record<WorkEnding, string>> = {
  completed: 'finished',
  cancelled: 'cancelled',
  failed: 'broke off',
}

/** What the system tells when something long is over and the window is in the background. */
export const notifications = {
  title: (kind: WorkKind, ending: WorkEnding): string => `${subjects[kind]} ${endings[ending]}`,
  /** `name`: the preset's, or empty. `took`: such as "1.2 min". */
  body: (name: string, took: string): string => (name === '' ? `After ${took}.` : `${name}, after ${took}.`),
}
