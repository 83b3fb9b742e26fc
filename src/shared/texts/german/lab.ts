import { counted, countText } from '../../format.ts'
import type { Texts } from '../texts.ts'

/** The Lab: what starts a run, how it stands, and what is said about the measurement. */
export const lab: Texts['lab'] = {
  exportHint: (keys) => `Den Lauf für andere oder für andere Werkzeuge sichern (${keys})`,
  exportButton: 'Exportieren…',
  exporting: (done) => `Wird exportiert, ${done}`,
  exportFailed: 'Export fehlgeschlagen',
  exportedInPart: 'Teilweise exportiert',
  exportCancelled: 'Export abgebrochen',
  exported: 'Exportiert',
  startOrderHint: 'In welcher Reihenfolge wartende Aufgaben beginnen',
  startOrder: 'Startreihenfolge',
  detail: 'Genauigkeit',
  details: {
    full: 'voll',
    'no-anatomy': 'ohne Anatomie der Schleife',
    stamps: 'nur Zeitstempel',
  },
  detailHint:
    'Wie genau Aufgaben betrachtet werden. Voll: alles. Ohne Anatomie der Schleife: async-Aufgaben auf der Schleife werden nicht auseinandergehalten. Nur Zeitstempel: Anfang und Ende jeder Aufgabe, keine CPU-Zeiten und keine Speicherbereinigung; so kostet das Beobachten am wenigsten.',
  noLimit: 'keine Grenze',
  selfTest: 'Selbsttest',
  selfTestRuns: (done, total) => `Selbsttest, ${done} von ${total} Läufen`,
  noRunYet: 'Noch kein Lauf',
  preparations: {
    describing: 'Der Rechner wird beschrieben',
    calibrating: 'Die Arbeit wird auf diesen Rechner abgestimmt',
    'starting-threads': 'Threads starten',
  },
  runHint: (keys) => `Starten (${keys})`,
  run: 'Starten',
  cancelHint: (keys) => `Abbrechen (${keys})`,
  cancel: 'Abbrechen',
  elapsedHint: 'Laufzeit bisher',
  tasksUnit: 'Aufgaben',
  tasksFinished: 'Beendete Aufgaben',
  endings: {
    running: 'Läuft',
    cancelling: 'Wird abgebrochen',
    completed: 'Abgeschlossen',
    cancelled: 'Abgebrochen',
    broken: 'Abgebrochen durch Fehler',
    interrupted: 'Unterbrochen',
    completedBut: (bad) => `Abgeschlossen, ${bad}`,
  },
  failedCount: (count) => `${countText(count)} fehlgeschlagen`,
  timedOutCount: (count) => `${countText(count)} mit Zeitüberschreitung`,
  brokenOff: (why) =>
    `Der Lauf konnte nicht weitergehen: ${why} Was bis dahin aufgezeichnet wurde, ist zu sehen.`,
  interrupted: (why) =>
    `${why} Aufgaben, die gerade liefen, haben kein Ende, und wartende haben nie begonnen.`,
  measurement: 'Messung',
  notSampledHint:
    'Die Abtastrate dieses Laufs ist 0: Kerne, Arbeitsspeicher und Eigenaufwand wurden nicht gelesen',
  notSampled: 'nichts abgetastet',
  rateHint: (late) =>
    `Ablesungen von Kernen, Arbeitsspeicher und Threads pro Sekunde, wie verlangt. Wie spät abgetastet wurde: 99 von 100 Abtastungen kamen nicht später als so lange nach ihrem Zeitpunkt: ${late}`,
  lateHint:
    'Wie spät abgetastet wurde: 99 von 100 Abtastungen kamen nicht später als so lange nach ihrem Zeitpunkt. Jede Abtastung behält die Spanne, die sie wirklich abdeckt',
  lateUnit: 'p99 zu spät',
  ownCost: 'Eigenaufwand',
  ofMachine: 'des Rechners',
  droppedHint: 'Einträge, deren Puffer voll war: sie fehlen im Bild',
  dropped: 'verloren',
  saved: 'gespeichert',
  savedElsewhereHint: 'Im selbst gewählten Ordner; unter „Läufe“ steht er nicht',
  savedHint: (id) => `Unter „Läufe“, als ${id}`,
  savedWhenOver: 'wird am Ende gespeichert',
  inMemoryHint: 'Bis dahin ist er nur im Arbeitsspeicher',
  saving: 'wird gespeichert',
  savingHint: (id) => `Wird währenddessen geschrieben, als ${id}`,
  lastNotSaved: 'Der letzte Lauf wird nicht gespeichert.',
  thisNotSaved: 'Dieser Lauf wird nicht gespeichert.',
  inMemoryOnly: (earlier) =>
    earlier === 0
      ? 'Er ist nur im Arbeitsspeicher.'
      : `Er ist nur im Arbeitsspeicher, ebenso ${counted(earlier, 'früherer Lauf', 'frühere Läufe')}.`,
  earlierNotSaved: (earlier) =>
    `${counted(earlier, 'früherer Lauf konnte', 'frühere Läufe konnten')} nicht gespeichert werden`,
  earlierInMemory: (earlier) => `und ${earlier === 1 ? 'ist' : 'sind'} nur im Arbeitsspeicher.`,
  savingElsewhere: 'Wird gespeichert…',
  saveElsewhere: 'Woanders speichern…',
  tableHeight: 'Höhe der Aufgabentabelle',
  summary: 'Zusammenfassung',
  ownCostUnknown:
    'Was Taskscope selbst vom Rechner verbraucht: noch nicht bekannt, oder hier nicht zu erfahren',
  ownParts: {
    mainThread: (share) => `Hauptthread ${share}`,
    sampler: (share) => `Abtaster ${share}`,
    window: (share) => `Fenster ${share}`,
  },
  ownAnatomy: (share) => `Die Aufgaben der Schleife auseinanderzuhalten kostete weitere ${share}.`,
  ownWarning: (limit) =>
    `Mehr als ${limit}: ein guter Teil dessen, was gemessen wird, ist Taskscope selbst. Eine geringere Abtastrate oder Genauigkeit kostet weniger.`,
  ownCostOf: (ofCore, parts) =>
    `CPU-Zeit von Taskscope selbst, als Anteil des ganzen Rechners. Von einem Kern: ${ofCore} (${parts}).`,
}
