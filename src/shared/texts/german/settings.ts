import type { Texts } from '../texts.ts'

export const settings: Texts['settings'] = {
  title: 'Einstellungen',
  back: 'Zurück',
  applied: 'Jede Änderung gilt sofort.',
  reveal: 'Datei zeigen',
  notRead: (why) => `Die Einstellungen ließen sich nicht lesen: ${why}`,
  notChanged: (why) => `Die Einstellung ließ sich nicht ändern: ${why}`,
  notShown: (why) => `Die Datei ließ sich nicht zeigen: ${why}`,
  problems: 'Aus der Einstellungsdatei war nicht zu gebrauchen',
  keptAside: (file, copy) => `Was ${file} war, ist daneben als ${copy} aufgehoben.`,
  groups: { appearance: 'Aussehen', measuring: 'Messen', runs: 'Läufe' },
  theme: 'Farben',
  themeNote: 'Hell oder dunkel, oder wie das System es hat.',
  language: 'Sprache',
  languageNote: 'Das Fenster wird in ihr neu gezeigt. Befehlszeile und Datendateien bleiben englisch.',
  languages: { system: 'Wie das System', en: 'English', de: 'Deutsch' },
  numbers: 'Zahlen',
  numbersNote: 'Wie Tausender und Dezimalen getrennt werden.',
  numberFormats: { language: 'Wie die Sprache', point: '1,234.5', comma: '1.234,5' },
  byteUnits: 'Einheiten für Speicher',
  byteUnitsNote:
    'Vielfache von 1024, wie Betriebssysteme Speicher zählen, oder von 1000, wie Platten verkauft werden.',
  byteUnitNames: { binary: 'MiB, zu 1024', decimal: 'MB, zu 1000' },
  runDefaultNote:
    'Eine Vorlage, die einen anderen Wert verlangt, bekommt ihn, ebenso ein Lauf mit eigenen Optionen.',
  sampleHzNote:
    'Wie oft je Sekunde Kerne, Arbeitsspeicher und Threads abgelesen werden. Öfter zeigt mehr und kostet mehr.',
  blockingThreadsNote:
    'Threads für Aufgaben, die warten und dabei einen belegen. Üblich: vier mehr als Kerne.',
  standard: (value) => `üblich: ${value}`,
  warnOwnCost: 'Vor dem Eigenaufwand warnen',
  warnOwnCostNote: (standard) =>
    `Wo die Statuszeile davor warnt, dass Taskscope selbst mitgemessen wird, und wo die Linie der Spur des Eigenaufwands liegt. Befunde und Kommandozeile urteilen immer nach ${standard}, damit ein Lauf allen dasselbe sagt.`,
  warnAlways: 'Ab diesem Anteil',
  warnNever: 'Nie',
  warnShare: 'Anteil am Rechner',
  runsFolder: 'Ordner der Läufe',
  runsFolderNote: 'Hier wird jeder Lauf gesichert, während er läuft. Auch die Befehlszeile benutzt ihn.',
  chooseFolder: 'Wählen…',
  resetFolder: 'Üblicher Ordner',
  folderNotes: {
    none: '',
    'from-next-start':
      'Ein anderer Ordner ist gesetzt: Er gilt ab dem nächsten Start. Läufe werden nicht verschoben.',
    'by-environment':
      'Gesetzt durch die Umgebungsvariable TASKSCOPE_RUNS, die Vorrang vor dieser Einstellung hat.',
  },
  notifies: 'Melden, wenn etwas Langes endet',
  notifiesNote:
    'Mit einer Mitteilung, wenn das Fenster im Hintergrund ist und es länger als zehn Sekunden gedauert hat.',
}
