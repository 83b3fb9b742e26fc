import type { WorkEnding, WorkKind } from '../../model/work-under-way.ts'
import type { Texts } from '../texts.ts'

const subjects: Readonly<Record<WorkKind, string>> = {
  run: 'Lauf',
  'self-test': 'Selbsttest',
  comparison: 'Vergleich',
  sweep: 'Messreihe',
  export: 'Export',
}

const endings: Readonly<Record<WorkEnding, string>> = {
  completed: 'fertig',
  cancelled: 'abgebrochen',
  failed: 'gescheitert',
}

export const notifications: Texts['notifications'] = {
  title: (kind: WorkKind, ending: WorkEnding): string => `${subjects[kind]} ${endings[ending]}`,
  body: (name: string, took: string): string => (name === '' ? `Nach ${took}.` : `${name}, nach ${took}.`),
}
