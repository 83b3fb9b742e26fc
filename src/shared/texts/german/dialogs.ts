import { counted } from '../../format.ts'
import type { WorkKind } from '../../model/work-under-way.ts'
import type { Texts } from '../texts.ts'

const subjects: Readonly<Record<WorkKind, string>> = {
  run: 'Ein Lauf',
  'self-test': 'Ein Selbsttest',
  comparison: 'Ein Vergleich',
  sweep: 'Eine Messreihe',
  export: 'Ein Export',
}

export const dialogs: Texts['dialogs'] = {
  exportResultsAsJson: 'Ergebnisse als JSON exportieren',
  exportReportAsHtml: 'Bericht als HTML exportieren',
  exportRunsAsCsv: 'Läufe als CSV exportieren',
  exportRun: 'Lauf exportieren',
  choose: 'Auswählen',
  import: 'Importieren',
  importRuns: 'Läufe importieren',
  runFiles: 'Läufe',
  allFiles: 'Alle Dateien',
  openPreset: 'Vorlage öffnen',
  savedRunsToCompareWith: 'Gespeicherte Läufe, mit denen verglichen wird',
  savedRunsToCompare: 'Gespeicherte Läufe, die verglichen werden',
  folderForExports: 'Ordner für die exportierten Dateien',
  exportHere: 'Hierhin exportieren',
  folderForUnsaved: 'Ordner für das, was nicht gespeichert werden konnte',
  saveHere: 'Hier speichern',
  folderForRuns: 'Ordner für die Läufe',
  keepRunsHere: 'Läufe hier aufbewahren',
  unsaved: {
    message: (runs: number): string =>
      runs === 1
        ? 'Ein Lauf konnte nicht gespeichert werden.'
        : `${counted(runs, 'Lauf', 'Läufe')} konnten nicht gespeichert werden.`,
    detail: 'Vollständig liegt davon nichts auf der Platte: Beim Schließen geht es verloren.',
    save: 'Anderswo speichern…',
    lose: 'Schließen und verlieren',
    stay: 'Zurück',
  },
  closing: {
    message: (kinds: readonly WorkKind[]): string => {
      const [first = 'run', ...others] = kinds
      return others.length === 0 ? `${subjects[first]} ist noch im Gang.` : 'Mehreres ist noch im Gang.'
    },
    detail:
      'Taskscope kann ohne Fenster weitermachen: Es meldet das Ende und beendet sich dann selbst. Wird es inzwischen noch einmal gestartet, ist das Fenster wieder da.',
    goOn: 'Ohne Fenster weitermachen',
    cancel: 'Abbrechen und schließen',
    stay: 'Zurück',
  },
  broken: {
    message: 'Das Fenster ist zweimal abgestürzt.',
    detail: (reason: string): string =>
      `Grund: ${reason}. Ein begonnener Lauf geht weiter, und nichts von dem, was er aufgezeichnet hat, ist verloren.`,
    again: 'Neu laden',
    leave: 'So lassen',
  },
}
