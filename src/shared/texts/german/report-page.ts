import { counted } from '../../format.ts'
import type { Texts } from '../texts.ts'

type ReportPage = Texts['reportPage']

const tasks = (count: number): string => counted(count, 'Aufgabe', 'Aufgaben')
const failures = (count: number): string => counted(count, 'Fehlschlag', 'Fehlschläge')

const ending: ReportPage['ending'] = {
  completed: 'Vollendet',
  cancelled: 'Abgebrochen',
  broken: 'Gescheitert',
  interrupted: 'Unterbrochen',
  notFinished: 'Nicht beendet',
  oneSucceeded: 'Seine einzige Aufgabe war erfolgreich.',
  allSucceeded: (count) => `Alle ${tasks(count)} waren erfolgreich.`,
  someDidNot: (bad, count) => `${bad} von ${tasks(count)} waren nicht erfolgreich.`,
  stopped: (bad, count) =>
    `Der Lauf wurde gestoppt, bevor er fertig war: ${bad} von ${tasks(count)} waren nicht erfolgreich. Die Zahlen umfassen nur, was lief.`,
  couldNotGoOn: 'Der Lauf konnte nicht weitergehen; was bis dahin aufgezeichnet wurde, ist hier. Der Grund: ',
  withoutEnd: (before, unfinished, count) =>
    `${before} ${unfinished} von ${tasks(count)} hatten noch kein Ende.`,
  goingOn: 'Der Lauf war noch im Gang, als dies geschrieben wurde:',
  lost: (records) =>
    `${counted(records, 'Aufzeichnung', 'Aufzeichnungen')} ${records === 1 ? 'konnte' : 'konnten'} nicht behalten werden: Zeiten und Zahlen können fehlen.`,
  incomplete: 'Unvollständig',
}

export const reportPage: ReportPage = {
  ending,
  severities: { problem: 'Problem', advice: 'Rat', note: 'Hinweis', good: 'gut' },
  report: 'Taskscope-Bericht',
  started: 'Gestartet',
  run: 'Lauf',
  preset: 'Vorlage',
  tags: 'Schlagwörter:',
  drawnBy: (runId, version) => `Zeitleiste des Laufs ${runId}, gezeichnet von Taskscope ${version}.`,
  footer: (version, run, preset, started) =>
    `Taskscope ${version}, Lauf ${run}, Vorlage ${preset}, gestartet ${started}.`,
  restInJson: 'Der JSON-Bericht dieses Laufs enthält alle.',
  moreCharacters: (characters) => `(und ${counted(characters, 'weiteres Zeichen', 'weitere Zeichen')})`,
  to: (from, to) => `${from} bis ${to}`,
  summary: 'Zusammenfassung',
  findings: 'Befunde',
  figure: 'Kennzahl',
  what: 'was',
  value: 'Wert',
  moreSlots: (count) => ` und ${counted(count, 'weiterer Platz', 'weitere Plätze')}`,
  moreTasks: (count) => ` und ${counted(count, 'weitere Aufgabe', 'weitere Aufgaben')}`,
  howComputed: 'Wie die Zahlen berechnet sind',
  measurement: {
    label: 'Messung',
    samples: 'Messwerte',
    late: 'verspätet',
    ownCost: 'Eigenaufwand',
    dropped: 'verloren',
    withoutEnd: 'ohne Ende',
    definition: (hz) =>
      `Messwerte von Kernen und Arbeitsspeicher, verlangt waren ${hz} in der Sekunde. Verspätet: 99 von 100 Messwerten kamen höchstens so viel zu spät. Eigenaufwand: CPU-Zeit von Taskscope selbst (Hauptthread, Abtaster, Fenster) als Anteil eines Kerns. Verloren: Ereignisse und Messwerte, die niemand rechtzeitig las; bei mehr als 0 sind die Zahlen unvollständig.`,
  },
  failures: {
    heading: failures,
    scrolls: 'Fehlschläge, seitlich verschiebbar',
    first: (shown, all) => `Die ersten ${shown} von ${counted(all, 'Fehlschlag', 'Fehlschlägen')}.`,
    more: (left) => `und ${counted(left, 'weiterer Fehlschlag', 'weitere Fehlschläge')}.`,
    task: 'Aufgabe',
    error: 'Fehler',
    message: 'Meldung',
  },
  accounts: {
    heading: 'Wohin die Zeit ging',
    of: (view) => `Wohin die Zeit ging: ${view}`,
    scrolls: 'Rechnungen, seitlich verschiebbar',
    executor: (executor, slots) => `${executor}, ${counted(slots, 'Platz', 'Plätze')}`,
    inAll: (total, parts) => `insgesamt ${total}: ${parts}.`,
    whatItIs: 'was es ist',
    total: 'Summe',
    totalMeaning: 'Alles darüber, der ungeklärte Teil mit seinem Vorzeichen.',
    byExecutor: 'Plätze nach Ausführer',
  },
  machineAndSettings: 'Rechner und Einstellungen',
  machine: 'Rechner',
  options: 'Einstellungen',
  option: {
    cpuWorkers: 'CPU-Worker',
    blockingThreads: 'blockierende Threads',
    loopConcurrency: 'Aufgaben auf der Schleife',
    tasks: (count) => `höchstens ${count}`,
    threadLimit: 'Thread-Grenze',
    timeout: 'Zeitgrenze je Aufgabe',
    noLimit: 'keine',
    memoryLimit: 'Speichergrenze',
    forEach: (size) => `${size} je Thread oder Prozess`,
    order: 'Startreihenfolge',
    seed: 'Startwert',
    sampleRate: 'Abtastrate',
    off: 'aus',
    detail: 'Ausführlichkeit',
    blockedLoop: 'blockierte Schleife',
    holdsFor: (time) => `eine Aufgabe, die sie länger als ${time} festhält`,
    preparation: 'Vorbereitung',
    beforeFirst: (time) => `${time}, bevor die erste Aufgabe eingereiht wurde`,
  },
  details: {
    full: 'voll',
    'no-anatomy': 'Aufgaben auf der Schleife nicht unterschieden',
    stamps: 'nur, wann Aufgaben starteten und endeten',
  },
}
