import type { Texts } from '../texts.ts'

const runs = (count: number): string => (count === 1 ? '1 Lauf' : `${count} Läufe`)

export const home: Texts['home'] = {
  settingsHint: (key) => `Einstellungen (${key})`,
  paletteButton: 'Befehle',
  paletteHint: (key) => `Befehl, Vorlage oder Lauf finden (${key})`,
  dismiss: 'Ausblenden',
  seeRuns: 'Zeigen',
  settingsNotUsed: 'Die Einstellungsdatei ist so nicht zu gebrauchen; stattdessen gelten die üblichen Werte.',
  seeSettings: 'Zu den Einstellungen',
  opened: {
    preset: (title) => `Die Vorlage „${title}“ ist geöffnet und im Labor gewählt.`,
    runs: (count, isShown) => (isShown ? `${runs(count)} geöffnet.` : `${runs(count)} importiert.`),
    nothing: 'Nichts ließ sich öffnen.',
  },
  onBattery: 'Akkubetrieb',
  onBatteryHint:
    'Der Rechner läuft mit seinem Akku. Viele bremsen dann ihre Kerne, so dass ein Lauf länger dauert als am Netz und zwei Läufe schwer zu vergleichen sind.',
  keptAwake: 'Wach gehalten',
  keptAwakeHint: 'Solange gemessen wird, geht der Rechner nicht von selbst in den Ruhezustand.',
  empty: {
    readingPresets: 'Vorlagen werden gelesen…',
    preparing: 'Der Lauf wird vorbereitet',
    lab: 'Noch ist nichts gelaufen',
    labStrategy: 'Strategie wählen: wo jede Art von Aufgabe läuft.',
    labRun: (key) =>
      `${key} oder Starten drücken. Aufgaben, Kerne, Arbeitsspeicher und Warteschlange erscheinen hier auf einer Zeitachse, während sie laufen.`,
    run: (title) => `„${title}“ starten`,
    firstSteps: 'Erste Schritte',
    openSaved: 'Gespeicherten Lauf öffnen',
    importRuns: 'Läufe importieren…',
    toLab: 'Zum Labor',
    compareNow: 'Vergleichen',
    compareSaved: 'Gespeicherte Läufe vergleichen…',
    scalingNow: 'Messreihe starten',
    allTasks: 'Alle Aufgaben zeigen',
  },
}
