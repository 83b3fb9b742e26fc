import type { Texts } from '../texts.ts'

type Summary = Texts['summary']

const labels: Summary['labels'] = {
  makespan: 'Gesamtdauer',
  ideal: 'ideale Untergrenze',
  'speed-up': 'Beschleunigung',
  outcomes: 'Ausgänge',
  'queue-wait': 'Wartezeit',
  'run-time': 'Laufzeit',
  throughput: 'Durchsatz',
  'cores-busy': 'Kerne beschäftigt',
  'peak-memory': 'Speicherspitze',
  'peak-system-memory': 'Speicherspitze, System',
}

const percentiles = 'Die Hälfte der Aufgaben liegt bei p50 oder darunter, 95 von 100 bei p95 oder darunter.'

const definitions: Summary['definitions'] = {
  makespan: 'Vom Einreihen der ersten Aufgabe bis zum Ende der letzten.',
  'speed-up':
    'Summe aller Laufzeiten / Gesamtdauer: Arbeit für so viele Aufgaben war im Mittel zugleich im Gang.',
  outcomes:
    'Wie die Aufgaben endeten: erfolgreich, fehlgeschlagen, abgebrochen, Zeit überschritten. Jede Aufgabe endet auf genau eine Art.',
  'queue-wait': `Gestartet minus eingereiht. ${percentiles}`,
  'run-time': `Beendet minus gestartet. ${percentiles}`,
  throughput: 'Beendete Aufgaben je Sekunde der Gesamtdauer.',
  'cores-busy':
    'Beschäftigter Anteil aller Kerne des Rechners, was immer sie beschäftigte; nach Zeit gewichtet.',
  'peak-memory':
    'Höchster Messwert des Arbeitsspeichers des Prozesses, der die Aufgaben ausführte, und seiner Kindprozesse.',
  'peak-system-memory': 'Höchster Messwert des Arbeitsspeichers, der auf dem ganzen Rechner belegt war.',
}

const bindings = {
  cores: 'die auf die Kerne verteilte CPU-Zeit',
  'longest-task':
    'die längste einzelne Aufgabe (keine Aufgabe wartet auf eine andere, also ist sie auch die längste Kette)',
}

const idealDefinition: Summary['idealDefinition'] = ({ binding, isByRunTime, longer }) => {
  const setBy = binding === null ? '' : ` Sie ist bestimmt durch ${bindings[binding]}.`
  const basis = isByRunTime ? ' CPU-Zeit wurde nicht gemessen, Laufzeiten stehen an ihrer Stelle.' : ''
  const distance = longer === null ? '' : ` Der Lauf dauerte ${longer} länger.`
  return `Die kürzeste Zeit, in der diese Arbeit auf diesem Rechner zu schaffen wäre: das Größere von ihrer auf die Kerne verteilten CPU-Zeit und ihrer längsten einzelnen Aufgabe.${setBy}${basis}${distance} × ist Gesamtdauer / ideale Untergrenze.`
}

const details: Summary['details'] = {
  'own-cost': {
    label: 'Eigenaufwand',
    definition:
      'CPU-Zeit, die Taskscope während des Laufs selbst verbrauchte (Hauptthread, Abtaster und Fenster, wo es eines gibt) / vergangene Zeit.',
  },
  'loop-blocked': {
    label: 'Schleife blockiert',
    definition:
      'Summe der Abschnitte, in denen eine Aufgabe eine Ereignisschleife länger als die Grenze des Laufs festhielt, sodass alle anderen darauf warten mussten.',
  },
  ready: {
    label: 'Anteil bereit ohne Kern',
    definition:
      'Zeit, in der Aufgaben hätten weitermachen können, aber keinen Kern hatten oder eine andere Aufgabe ihre Schleife hatte, als Anteil ihrer Laufzeiten. Nur Aufgaben, von denen es bekannt ist, zählen.',
  },
  garbage: {
    label: 'Speicherbereinigung',
    definition:
      'Zeit, die die Threads, die Aufgaben ausführen, mit Speicherbereinigung verbrachten, und wie oft sie das taten.',
  },
  migrations: {
    label: 'Kernwechsel',
    definition:
      'Wie oft der Thread eines Platzes auf einem anderen Kern war als im Messwert davor, in dem er lief. Mindestens so oft: Zwischen den Messwerten sieht niemand hin.',
  },
}

const prefixes: Summary['prefixes'] = {
  p50: 'p50',
  p95: 'p95',
  most: 'max.',
  ofOneCore: 'eines Kerns',
  ofTheMachine: 'des Rechners',
  collections: 'Bereinigungen',
  ofTheWholeHeap: 'des ganzen Heaps',
}

export const summary: Summary = { labels, definitions, idealDefinition, details, prefixes }
