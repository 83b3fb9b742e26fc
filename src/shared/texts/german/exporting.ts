import { counted } from '../../format.ts'
import type { Texts } from '../texts.ts'

/** The panel that exports a run. */
export const exporting: Texts['exporting'] = {
  export: 'Exportieren',
  close: 'Schließen',
  closeHint: 'Schließen (Esc)',
  formats: 'Formate',
  private: 'Auch, was privat sein kann: Rechner- und Benutzername, Pfade',
  anotherRun: 'Ein anderer Lauf wird exportiert.',
  result: (files, failed, cancelled) =>
    [
      files > 0 ? `${counted(files, 'Datei', 'Dateien')} geschrieben` : '',
      failed > 0 ? `${counted(failed, 'Format', 'Formate')} fehlgeschlagen` : '',
      cancelled > 0 ? `${counted(cancelled, 'Format', 'Formate')} abgebrochen` : '',
    ]
      .filter((part) => part !== '')
      .join(', ') + '.',
  allFormats: 'Alle Formate',
  reveal: 'Im Ordner zeigen',
  cancel: 'Abbrechen',
  chooseFormat: 'Ein Format wählen',
  start: (formats) =>
    formats > 1 ? `${counted(formats, 'Format', 'Formate')} exportieren…` : 'Exportieren…',
  opensIn: (program) => `Zum Öffnen: ${program}`,
  waiting: 'Wartet',
  cancelledFormat: 'Abgebrochen: nichts davon ist übrig',
}
