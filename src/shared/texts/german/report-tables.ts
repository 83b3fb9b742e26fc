import { counted } from '../../format.ts'
import type { Texts } from '../texts.ts'

type ReportTables = Texts['reportTables']

const explained = (title: string, explanation: string) => ({ title, explanation })
const tasks = (count: number): string => counted(count, 'Aufgabe', 'Aufgaben')

const sources: ReportTables['measurement']['sources'] = {
  taskCpu: {
    schedstat: 'schedstat des Threads: Nanosekunden auf der CPU und bereit ohne Kern',
    'thread-cpu-usage': 'Node: CPU-Zeit in Mikrosekunden; bereit ohne Kern ist nicht bekannt',
    none: 'nicht gemessen',
  },
  loop: { 'async-hooks': 'async_hooks im Thread der Schleife', none: 'nicht unterschieden' },
  coreTimes: {
    'proc-stat': '/proc/stat',
    'os-cpus': 'os.cpus()',
    simulated: 'simuliert',
    none: 'nicht gemessen',
  },
  slotThreads: {
    'proc-task': 'schedstat und stat jedes Threads, von außen gelesen',
    none: 'nicht bekannt',
  },
  frequency: { cpufreq: 'cpufreq, einmal in der Sekunde', none: 'von diesem Rechner nicht gemeldet' },
  temperature: {
    'thermal-zone': 'Temperaturzonen, einmal in der Sekunde',
    none: 'von diesem Rechner nicht gemeldet',
  },
}

export const reportTables: ReportTables = {
  tasks: {
    heading: 'Aufgaben',
    scrolls: 'Aufgaben, seitlich verschiebbar',
    task: 'Aufgabe',
    kind: explained('Art', 'async, blocking oder cpu'),
    workload: explained('Arbeit', 'Was die Aufgabe tat'),
    outcome: explained('Ausgang', 'Wie sie endete und warum sie fehlschlug'),
    slot: explained('Platz', 'Wo sie lief'),
    queued: explained('eingereiht', 'Wann der Planer sie nahm, in Laufzeit des Laufs'),
    started: explained('gestartet', 'Wann ihr Thread sie begann, in Laufzeit des Laufs'),
    finished: explained('beendet', 'Wann ihr Thread sie beendete, in Laufzeit des Laufs'),
    queueWait: explained('Wartezeit', 'Gestartet minus eingereiht'),
    runTime: explained('Laufzeit', 'Beendet minus gestartet'),
    part: (definition) => `${definition} Ein Strich: nicht gemessen`,
    checksum: explained('Prüfsumme', 'Des Ergebnisses: Dieselbe Arbeit ergibt dieselbe'),
    starts: (times) => ` (${times}-mal gestartet)`,
    all: (count) => `Alle ${tasks(count)}, in der Reihenfolge des Plans.`,
    some: ({ shown, tasks: count, unsuccessful, unsuccessfulShown, longest, left }) => {
      const bad =
        unsuccessful === null
          ? 'alle waren erfolgreich; hier stehen '
          : unsuccessfulShown === null
            ? `die ${unsuccessful}, die nicht erfolgreich waren`
            : `die ersten ${unsuccessfulShown} der ${unsuccessful}, die nicht erfolgreich waren`
      const good =
        longest === null
          ? ''
          : `${unsuccessful === null ? '' : ', dann '}die ${longest} mit der längsten Laufzeit`
      return `${shown} von ${tasks(count)}: ${bad}${good}. Die übrigen ${left} sind nicht in dieser Tabelle.`
    },
  },
  plan: {
    heading: 'Plan',
    scrolls: 'Plan, seitlich verschiebbar',
    calibrated: 'auf diesem Rechner abgestimmt',
    none: 'keine',
    priority: (priority) => `Priorität ${priority}`,
    stoppedAfter: (time) => `nach ${time} gestoppt`,
    cancelledAfter: (time) => `${time} nach dem Einreihen abgebrochen`,
    form: (executor, form) => `${executor}, ${form === 'async' ? 'asynchrone' : 'blockierende'} Form`,
    said: (taskCount, groups, seed) =>
      `${tasks(taskCount)} in ${counted(groups, 'Gruppe', 'Gruppen')}, Startwert ${seed}.`,
    shown: (groups) => ` Gezeigt sind die ersten ${groups}.`,
    columns: {
      group: 'Gruppe',
      tasks: 'Aufgaben',
      kind: 'Art',
      workload: 'Arbeit',
      parameters: 'Parameter jeder Aufgabe',
      ranOn: 'lief auf',
      limits: 'Grenzen',
    },
  },
  slots: {
    heading: 'Plätze',
    scrolls: 'Plätze, seitlich verschiebbar',
    note: 'Was die Threads taten, die Aufgaben ausführten, aus den Messwerten; ein Strich: auf diesem System nicht bekannt.',
    shown: (slots) => ` Gezeigt sind die ersten ${slots}.`,
    slot: 'Platz',
    tasks: explained('Aufgaben', 'Die hier endeten'),
    onCpu: explained('auf der CPU', 'CPU-Zeit des Threads des Platzes und ihr Anteil an der Gesamtdauer'),
    ready: explained('bereit ohne Kern', 'Zeit, in der der Thread bereit war, aber keinen Kern hatte'),
    idle: explained('untätig', 'Keins von beiden: ohne Aufgabe oder wartend'),
    collections: explained(
      'Bereinigungen',
      'Zeit, in der der Thread seinen Speicher bereinigte, samt Warten auf einen Kern',
    ),
    migrations: explained(
      'Kernwechsel',
      'Wechsel des Kerns zwischen zwei Messwerten, in denen der Thread lief: mindestens so viele',
    ),
  },
  measurement: {
    heading: 'Messung',
    notKnown: 'nicht bekannt',
    ownCost: ({ core, machine, mainThread, sampler, window, anatomy }) => {
      const ofWindow = window === null ? '' : `, Fenster ${window}`
      const besides =
        anatomy === null
          ? ''
          : `; außerdem ${anatomy} des Threads der Schleife, um ihre Aufgaben zu unterscheiden`
      return `${core} eines Kerns, ${machine} des Rechners: Hauptthread ${mainThread}, Abtaster ${sampler}${ofWindow}${besides}`
    },
    others: (cores) => `im Mittel ${cores} Kerne beschäftigt`,
    switchedOff: 'abgeschaltet',
    sampler: (samples, hz, late, longest) =>
      `${samples} Messwerte mit ${hz}\u202fHz; 99 von 100 kamen höchstens ${late} zu spät; der längste Abstand war ${longest}`,
    leftOut: (slices, leftOut) => `${slices}, und ${leftOut} ausgelassen`,
    inSteps: (source, tick) => `${source}, in Schritten von ${tick}`,
    names: {
      sampler: 'Abtaster',
      ownCost: 'Eigenaufwand',
      others: 'andere Programme',
      lost: 'verlorene Aufzeichnungen',
      slices: 'Abschnitte',
      taskCpu: 'CPU-Zeit der Aufgaben',
      loop: 'Aufgaben auf einer Schleife',
      coreTimes: 'Last der Kerne',
      slotThreads: 'Threads der Plätze',
      frequency: 'Taktfrequenz',
      temperature: 'Temperatur',
    },
    sources,
  },
}
