import type { EntryColumn } from '#shared/library/sort-entries.ts'
import { texts, type Texts } from '#shared/texts/texts.ts'

/** A column of the table of runs; narrow windows leave out all but the first ones of the list that CSS keeps. */
export interface RunsColumn {
  readonly key: EntryColumn
  readonly isNumber: boolean
  readonly explanation: string
}

/** Its explanation is read where it is needed: when this is loaded, no language is set. */
const column = (key: keyof Texts['runs']['columns'] & EntryColumn, isNumber = false): RunsColumn => ({
  key,
  isNumber,
  get explanation() {
    return texts().runs.columns[key]
  },
})

export const runsColumns: readonly RunsColumn[] = [
  column('started'),
  column('title'),
  column('strategy'),
  column('makespan', true),
  column('outcome'),
  column('machine'),
  column('tags'),
  column('size', true),
]
