import { counted } from '../../format.ts'
import type { Texts } from '../texts.ts'

/** Scaling: the answer, its picture, its laws and its table. */
export const scalingResult: Texts['scalingResult'] = {
  doesNotFit: 'passt nicht',
  notFitted: 'nicht angepasst',
  missHint:
    'Quadratisches Mittel des relativen Abstands zwischen gemessenem Median und Gesetz, über die Größen',
  meanMiss: 'mittlerer Abstand',
  worstMiss: (miss, size) => `; schlimmstenfalls ${miss} (${size})`,
  lines: {
    perfect: 'ideal',
    amdahl: 'Amdahl',
    usl: 'USL',
  },
  chartLabel: (measure, size) => `${measure} über: ${size}; die Tabelle der Größen enthält dasselbe`,
  knee: 'Knick',
  noFit: (line) => `${line}: passt nicht`,
  dot: (size, number, value) => `${size}, Lauf ${number}: ${value}`,
  opensInLab: (dot) => `${dot}; öffnet sich im Labor`,
  medianOf: (size, estimate) => `${size}: Median ${estimate}`,
  by: (size, lessIsFaster) => `über: ${size}${lessIsFaster ? '; weniger ist schneller' : ''}`,
  oneRun: 'ein Lauf',
  median: 'Median',
  interval: '95-%-Intervall',
  kneeBand: 'wo der Knick liegt, 95 %',
  caption: (size) => `${size}, mit dem, was gemessen wurde`,
  runsHint: 'Gemessene Läufe; Aufwärmläufe zählen nicht',
  runs: 'Läufe',
  aRun: 'ein Lauf davon',
  bestHint: 'Der größte mittlere Durchsatz (Median)',
  best: 'beste',
  runWith: (size) => `Ein Lauf: ${size}`,
  openWith: (size) => `Einen Lauf im Labor öffnen: ${size}`,
  openInLab: 'Im Labor öffnen',
  kept: (made, asked) =>
    `Was folgt, beruht auf ${counted(made, 'gemessenen Lauf', 'gemessenen Läufen')} von ${asked}.`,
  partial: {
    completed: (kept) => `Nicht alle Läufe wurden gemacht. ${kept}`,
    cancelled: (kept) => `Die Messreihe wurde abgebrochen. ${kept}`,
    failed: (why, kept) => `Die Messreihe brach ab: ${why} ${kept}`,
  },
  turns: (repeats, warmUps) =>
    `${counted(repeats, 'Wiederholung', 'Wiederholungen')} im Wechsel, ${warmUps === 0 ? 'ohne Aufwärmläufe' : `nach ${counted(warmUps, 'Aufwärmlauf', 'Aufwärmläufen')}`}`,
  drawn: 'Was gezeichnet wird',
  laws: 'Skalierungsgesetze',
  columns: {
    throughput: 'Durchsatz',
    makespan: 'Gesamtdauer',
    'speed-up': 'Beschleunigung',
  },
  measures: {
    throughput: {
      label: 'Durchsatz',
      definition:
        'Aufgaben, die von selbst zu Ende kamen, je Sekunde Gesamtdauer: Median über die Läufe, mit seinem 95-%-Bootstrap-Intervall.',
    },
    makespan: {
      label: 'Gesamtdauer',
      definition:
        'Vom Einreihen der ersten Aufgabe bis zum Ende der letzten: Median über die Läufe, mit seinem 95-%-Bootstrap-Intervall.',
    },
    'speed-up': {
      label: 'Beschleunigung',
      definition:
        'Durchsatz / Durchsatz der kleinsten Größe, mit seinem 95-%-Intervall. Verglichen werden die Läufe eines Durchgangs miteinander.',
    },
  },
}
