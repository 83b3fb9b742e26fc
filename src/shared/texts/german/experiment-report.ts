import { counted } from '../../format.ts'
import type { Texts } from '../texts.ts'

const runs = (count: number): string => counted(count, 'Lauf', 'Läufe')
const tasks = (count: number): string => counted(count, 'Aufgabe', 'Aufgaben')
const measuredRuns = (count: number): string => counted(count, 'gemessener Lauf', 'gemessene Läufe')
const makespan = {
  title: 'Gesamtdauer',
  explanation: 'Vom Einreihen der ersten Aufgabe bis zum Ende der letzten',
}

export const experimentReport: Texts['experimentReport'] = {
  comparison: 'Vergleich',
  sweep: 'Messreihe',
  reportOf: (kind) => `Taskscope-Bericht: ${kind}`,
  variantsCompared: (variants) => `${variants} Varianten im Vergleich`,
  sizesOf: (under, sizes, size) => `${under}: ${counted(sizes, 'Größe', 'Größen')}, ${size}`,
  baseline: 'Basis',
  typicalVariants:
    'Der typische Lauf jeder Variante, dessen Gesamtdauer dem Median am nächsten ist; alle beginnen bei 0 auf derselben Achse.',
  typicalSizes:
    'Die typischen Läufe einiger Größen, deren Gesamtdauer dem Median am nächsten ist; alle beginnen bei 0 auf derselben Achse.',
  sizeNotes: { smallest: 'kleinste', knee: 'Knick', best: 'beste gemessene', largest: 'größte' },
  heading: {
    partial: 'Unvollständig',
    madeOf: (made, wanted) =>
      `${made} von ${counted(wanted, 'Lauf', 'Läufen')} wurden gemacht, bevor er gestoppt wurde. Alle Zahlen beruhen auf diesen.`,
    stopped:
      'Er wurde gestoppt, bevor alle Läufe gemacht waren. Alle Zahlen beruhen auf denen, die es wurden.',
    runAt: 'Gelaufen',
    firstRun: 'Erster Lauf',
    lastRun: 'letzter Lauf',
    noAnswer: 'Keine Antwort',
    withWarning: 'Antwort, mit einer Warnung',
    answer: 'Antwort',
    measuredRuns,
    preset: 'Vorlage',
  },
  checks: {
    heading: 'Prüfungen',
    allPassed: (checks) =>
      checks === 1 ? '1 Prüfung bestanden' : `Alle ${counted(checks, 'Prüfung', 'Prüfungen')} bestanden`,
    somePassed: (checks, passed) => `${counted(checks, 'Prüfung', 'Prüfungen')}, davon ${passed} bestanden`,
  },
  accounts: {
    went: (label, view) => `Wohin die Zeit von ${label} ging: ${view}`,
    inNumbers: (view) => `In Zahlen: ${view}`,
    scrolls: (view) => `Rechnungen in Zahlen (${view}), seitlich verschiebbar`,
    note: 'Der typische Lauf jeder Variante; Balken einer Gruppe haben einen Maßstab.',
  },
  differences: {
    heading: 'Unterschiede erklärt',
    note: 'Befunde, die der typische Lauf mindestens einer Variante hat und der mindestens einer nicht.',
    none: 'keiner dieser Art',
    each: 'Variante für Variante',
  },
  machines: {
    heading: 'Nicht derselbe Rechner',
    note: 'Die Läufe wurden in verschiedenen Umgebungen gemacht: Ein Unterschied im Tempo kann daher kommen und nicht von den Varianten.',
    scrolls: 'Unterschiede der Rechner, seitlich verschiebbar',
  },
  makespans: {
    heading: 'Gesamtdauern',
    of: (label) => `Gesamtdauern von ${label}`,
    none: (label) => `${label}: Kein Lauf hat eine Gesamtdauer.`,
    median: (label, median, count, each) =>
      `${label}: Median ${median}, aus ${counted(count, 'Lauf', 'Läufen')}: ${each}.`,
    run: 'ein Lauf, von oben nach unten in der Reihenfolge, in der sie liefen',
    medianMark: 'Median',
    interval: '95-%-Intervall des Medians',
    ofBaseline: 'Median der Basis',
  },
  method: {
    heading: 'Wie gemessen wurde',
    names: {
      runs: 'Läufe',
      warmUps: 'Aufwärmläufe',
      pause: 'Pause',
      order: 'Reihenfolge',
      ratios: 'Verhältnisse',
      intervals: 'Intervalle',
      verdicts: 'Urteile',
    },
    runsOfVariants: (repeats, variants, made, wanted) =>
      `je ${measuredRuns(repeats)} von ${counted(variants, 'Variante', 'Varianten')}; ${made} von ${wanted} wurden gemacht`,
    runsOfSizes: (repeats, sizes, made, wanted) =>
      `je ${measuredRuns(repeats)} von ${counted(sizes, 'Größe', 'Größen')}; ${made} von ${wanted} wurden gemacht`,
    warmUps: (count) => `je ${runs(count)} davor, ${count === 1 ? 'der nicht zählt' : 'die nicht zählen'}`,
    pause: (time) => `${time} zwischen den Läufen`,
    order: (order) =>
      `Verschränkt und in jedem zweiten Durchgang umgekehrt, damit alle gleich trifft, was sich mit der Zeit ändert: ${order}`,
    saved: (count) =>
      `${counted(count, 'gespeicherter Lauf', 'gespeicherte Läufe')}: Für diesen Bericht wurde nichts ausgeführt`,
    notInterleaved:
      'Nicht verschränkt: Was sich außer den Varianten zwischen den Gruppen änderte, ist auch im Unterschied',
    pairs: 'Aus Paaren: Läufe desselben Durchgangs werden miteinander verglichen',
    medians: 'Von Medianen: Die Läufe wurden nicht in Durchgängen gemacht',
    bootstrap:
      '95\u202f%, durch Bootstrap über die Läufe. Seine Zufallszahlen haben einen festen Startwert: Dieselben Läufe ergeben immer dieselben Intervalle',
    verdicts:
      'Jedes Urteil gilt für sich mit 95\u202f%; die Antwort oben berücksichtigt, dass es mehrere sind.',
  },
  options: {
    differing: 'Einstellungen, in denen sich die Varianten unterscheiden',
    scrolls: 'Einstellungen, in denen sich die Varianten unterscheiden, seitlich verschiebbar',
    all: 'Einstellungen aller Varianten',
    shared: 'Einstellungen, die alle Varianten teilen',
  },
  timelines: {
    heading: 'Zeitleisten auf einer Achse',
    scrolls: 'Zeitleisten, seitlich verschiebbar',
    run: (id) => `Lauf ${id}`,
    all: (count) => (count === 1 ? 'die eine Aufgabe' : `alle ${tasks(count)}`),
    some: (merged, count) => `${merged} von ${tasks(count)}`,
    merged:
      'Aufgaben, die zu schmal sind, um einzeln gezeichnet zu werden, sind zusammengefasst, kräftiger, wo mehr von der Zeit bedeckt ist:',
    point: 'Beim Zeigen auf eine Stelle ist zu lesen, für wie viele sie steht.',
  },
  trials: {
    heading: 'Alle gemessenen Läufe',
    folded: (count) => `${runs(count)}, in der Reihenfolge, in der sie gemacht wurden`,
    scrolls: 'Läufe, seitlich verschiebbar',
    allSucceeded: 'alle erfolgreich',
    didNot: (count) => `${count} nicht erfolgreich`,
    order: { title: 'Platz', explanation: 'Der wievielte von allen gemessenen Läufen' },
    round: { title: 'Durchgang', explanation: 'In jedem Durchgang läuft jede Variante einmal' },
    variant: 'Variante',
    makespan,
    queueWait: {
      title: 'Wartezeit',
      explanation: 'Gestartet minus eingereiht, der mittleren Aufgabe (p50)',
    },
    coresBusy: { title: 'Kerne beschäftigt', explanation: 'Beschäftigter Anteil aller Kerne des Rechners' },
    cpuTime: { title: 'CPU-Zeit', explanation: 'Aller Aufgaben zusammen' },
    peakMemory: {
      title: 'Speicherspitze',
      explanation: 'Arbeitsspeicher des Prozesses, der die Aufgaben ausführte, und seiner Kindprozesse',
    },
    ownCost: { title: 'Eigenaufwand', explanation: 'Taskscopes eigener Anteil am Rechner' },
    tasks: 'Aufgaben',
    started: 'gestartet',
    run: 'Lauf',
  },
  variants: {
    heading: 'Varianten',
    note: 'Mediane über die Läufe jeder Variante, die schnellste zuerst; die zweite Zeile ist das 95-%-Intervall, wo es eines gibt. Beim Zeigen auf eine Spalte ist zu lesen, wie sie berechnet ist.',
    scrolls: 'Varianten, seitlich verschiebbar',
  },
  sizes: {
    heading: 'Größen',
    note: 'Mediane über die Läufe jeder Größe, jeder mit seinem 95-%-Intervall, wo es eines gibt.',
    scrolls: 'Größen, seitlich verschiebbar',
    makespan,
    throughput: {
      title: 'Durchsatz',
      explanation: 'Aufgaben, die zu ihrem eigenen Ende kamen, je Sekunde der Gesamtdauer',
    },
    speedUp: {
      title: 'Beschleunigung',
      explanation: 'Durchsatz / der der kleinsten Größe, Läufe eines Durchgangs miteinander verglichen',
    },
    runs: { title: 'Läufe', explanation: 'Gemessene Läufe dieser Größe' },
    knee: (size) => `Knick: ${size}`,
  },
  laws: {
    heading: 'Skalierungsgesetze',
    fits: 'passt',
    doesNotFit: 'passt nicht',
    misses: (mean, worst, size) =>
      `Im Mittel liegt es ${mean} neben den gemessenen Medianen, höchstens ${worst} (${size}).`,
    scrolls: (law) => `Parameter: ${law}, seitlich verschiebbar`,
    parameter: 'Parameter',
    value: 'Wert',
    interval: '95-%-Intervall',
    says: 'was er sagt',
  },
  charts: {
    heading: 'Durchsatz und Gesamtdauer',
    throughput: 'Durchsatz',
    perSecond: 'Aufgaben je Sekunde',
    throughputAgainst: (size) => `Durchsatz über ${size}`,
    makespan: 'Gesamtdauer',
    firstToLast: 'vom ersten Einreihen bis zum letzten Ende',
    makespanAgainst: (size) => `Gesamtdauer über ${size}`,
    medians: (each) => `Mediane: ${each}.`,
    kneeAt: (size) => `Der Knick liegt bei: ${size}.`,
    run: 'ein Lauf',
    median: 'Median',
    withInterval: ', mit seinem 95-%-Intervall',
    perfect: 'vollkommene Skalierung',
    doesNotFit: '(passt nicht)',
    knee: 'Knick',
    andRange: ' und sein 95-%-Bereich',
  },
}
