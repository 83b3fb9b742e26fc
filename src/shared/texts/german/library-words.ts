import type { Texts } from '../texts.ts'

type LibraryWords = Texts['libraryWords']

const interrupted =
  'Taskscope wurde beendet oder konnte nicht mehr schreiben, während der Lauf im Gang war; was bis dahin aufgezeichnet wurde, ist hier.'

const columns: LibraryWords['columns'] = {
  started: 'Gestartet',
  title: 'Titel',
  preset: 'Vorlage',
  strategy: 'Strategie',
  makespan: 'Gesamtdauer',
  tasks: 'Aufgaben',
  outcome: 'Ausgang',
  machine: 'Rechner',
  tags: 'Schlagwörter',
  size: 'Umfang',
}

const outcomes: LibraryWords['outcomes'] = {
  running: 'läuft',
  cancelling: 'wird abgebrochen',
  completed: 'vollendet',
  cancelled: 'abgebrochen',
  broken: 'gescheitert',
  interrupted: 'unterbrochen',
  failed: 'mit Fehlschlägen',
  unreadable: 'unlesbar',
}

const meanings: LibraryWords['meanings'] = {
  running: 'Er wird aufgezeichnet.',
  cancelling: 'Er wird aufgezeichnet und endet gleich.',
  completed: 'Er ging bis zu seinem Ende.',
  cancelled: 'Er wurde abgebrochen: Aufgaben, die noch nicht geendet hatten, wurden nicht ausgeführt.',
  broken: 'Die Maschinerie selbst konnte nicht weitermachen; was aufgezeichnet wurde, bleibt erhalten.',
  interrupted,
  failed: 'Er ging bis zu seinem Ende, aber Aufgaben schlugen fehl oder dauerten zu lange.',
  unreadable: 'Er lässt sich nicht als Lauf lesen.',
}

const origins: LibraryWords['origins'] = {
  app: 'von der App gemessen',
  'command-line': 'von der Befehlszeile gemessen',
  comparison: (run, variant) => `Lauf ${run} von ${variant} in einem Vergleich`,
  scaling: (run, variant) => `Lauf ${run} von ${variant} in einer Messreihe`,
  imported: (fileName) => `importiert aus ${fileName}`,
}

export const libraryWords: LibraryWords = { interrupted, columns, outcomes, meanings, origins }
