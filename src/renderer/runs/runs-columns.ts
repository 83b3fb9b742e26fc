import type { EntryColumn } from '#shared/library/sort-entries.ts'

/** A column of the table of runs; narrow windows leave out all but the first ones of the list that CSS keeps. */
export interface RunsColumn {
  readonly key: EntryColumn
  readonly isNumber: boolean
  readonly explanation: string
}

export const runsColumns: readonly RunsColumn[] = [
  { key: 'started', isNumber: false, explanation: 'When the run began, in the time of this machine' },
  { key: 'title', isNumber: false, explanation: 'Its own title, else that of its preset' },
  { key: 'strategy', isNumber: false, explanation: 'Where its tasks ran' },
  { key: 'makespan', isNumber: true, explanation: 'From the first task queued to the last one finished' },
  { key: 'outcome', isNumber: false, explanation: 'How its tasks ended, or how it stands' },
  { key: 'machine', isNumber: false, explanation: 'What it was measured on' },
  { key: 'tags', isNumber: false, explanation: 'What people have tagged it with' },
  { key: 'size', isNumber: true, explanation: 'All files of its folder' },
]
