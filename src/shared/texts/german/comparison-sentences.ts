import { counted } from '../../format.ts'
import type { Texts } from '../texts.ts'

type Sentences = Texts['comparisonSentences']

const runs = (count: number): string => counted(count, 'Lauf', 'Läufe')
/** After prepositions that want the dative: “während 3 Läufen” is said that way, too. */
const ofRuns = (count: number): string => counted(count, 'Lauf', 'Läufen')

const verdict: Sentences['verdict'] = {
  baseline: (label) => `${label} ist die Basis.`,
  timesAsFast: (label, range, baseline) => `${label} ist ${range}-mal so schnell wie ${baseline}.`,
  fasterBy: (label, range, baseline) => `${label} ist um ${range} schneller als ${baseline}.`,
  timesAsLong: (label, range, baseline) =>
    `${label} ist langsamer: braucht ${range}-mal so lange wie ${baseline}.`,
  slowerBy: (label, range, baseline) => `${label} ist um ${range} langsamer als ${baseline}.`,
  notDistinguishable: ({ label, baseline, most, moreRuns }) => {
    const more =
      moreRuns === null
        ? 'und einen so kleinen zu erkennen, brauchte je mehr als 100 Läufe'
        : `und je ${counted(moreRuns, 'weiterer Lauf', 'weitere Läufe')} würden einen erkennen, der so groß ist, wie er jetzt aussieht`
    return `${label} ist von ${baseline} nicht zu unterscheiden: Die Läufe lassen Raum für einen Unterschied von bis zu ${most} in beide Richtungen, ${more}.`
  },
  noPair: (label, baseline) =>
    `Es gibt kein Paar von Läufen von ${label} und ${baseline}, das sich vergleichen ließe.`,
  tooFew: (label, baseline, count, ratio) =>
    `Zu wenige Läufe, um ${label} von ${baseline} zu unterscheiden: Es braucht je ${count}; im Median dauerte es ${ratio}-mal so lange.`,
  baselineAlone: (label) => `${label} ist die Basis, aber die anderen taten nicht dieselbe Arbeit.`,
  notComparable: (label, baseline) =>
    `${label} und ${baseline} taten nicht dieselbe Arbeit: Über ihr Tempo wird nichts gesagt.`,
}

const answer: Sentences['answer'] = {
  nothing: 'Kein Lauf kam zu seinem Ende: Es gibt nichts zu vergleichen.',
  onlyOne: (label, median) => `Nur ${label} hat einen Lauf: ${median}.`,
  median: (value, low, high) => `${value} (${low} bis ${high})`,
  nothingFinished: 'nichts wurde beendet',
  timesAsLong: (label, factor) => `${label} braucht ${factor}-mal so lange`,
  longerBy: (label, share) => `${label} braucht ${share} länger`,
  alike: (labels) => `davon nicht zu unterscheiden: ${labels}`,
  unknown: (labels) => `zu wenige Läufe, um es davon zu unterscheiden: ${labels}`,
  noDifference: (label, median, parts) =>
    `Kein Unterschied wurde gefunden: ${label} hat den niedrigsten Median, ${median}; ${parts.join('; ')}.`,
  lowest: (label, median, parts) => `${label} hat den niedrigsten Median, ${median}; ${parts.join('; ')}.`,
}

const byAbout = (share: string): string =>
  `um etwa ${share} vom ersten bis zum letzten: Etwas anderes als die Varianten änderte sich. Sie wechseln sich ab, sodass es alle gleich trifft, aber die Intervalle sind dadurch breiter.`
const calibrated = (more: string): string =>
  `rechnende Aufgaben wurden für jeden Lauf auf eine feste Dauer abgestimmt und bekamen in manchen bis zu ${more} mehr zu tun`
const wayOut = (iterationsPerMs: number): string =>
  `Mit --iterations-per-ms ${iterationsPerMs} bekommen alle dieselbe.`

const checks: Sentences['checks'] = {
  complete: (count) => `Vollständig: ${runs(count)}.`,
  partial: (made, expected) => `Unvollständig: beendet nach ${made} von ${ofRuns(expected)}.`,
  allSucceeded: 'Jede Aufgabe jedes Laufs war erfolgreich.',
  notAllSucceeded: (tasks, failing, count) =>
    `${counted(tasks, 'Aufgabe', 'Aufgaben')} in ${failing} von ${ofRuns(count)} ${tasks === 1 ? 'war' : 'waren'} nicht erfolgreich; ihre Zeiten zählen, wie sie sind.`,
  drift: {
    none: 'Keine Drift: Die Läufe wurden über die Sitzung weder langsamer noch schneller.',
    slower: (share) => `Die Läufe wurden über die Sitzung langsamer, ${byAbout(share)}`,
    faster: (share) => `Die Läufe wurden über die Sitzung schneller, ${byAbout(share)}`,
  },
  environment: {
    differs: (names) =>
      `Die Läufe wurden nicht unter denselben Bedingungen gemacht: Sie unterscheiden sich in ${names}.`,
    frequency: (drifting, count) =>
      `Der Prozessor änderte in ${drifting} von ${ofRuns(count)} seine Taktfrequenz.`,
    restless: (restless, count, most) =>
      `Der Rechner war vor ${restless} von ${ofRuns(count)} nicht in Ruhe: Bis zu ${most} seiner Kerne waren beschäftigt.`,
    battery: 'Der Rechner lief mit Akku: Er kann sich nach Belieben verlangsamen.',
    same: 'Rechner, System und Laufzeitumgebung waren für alle Läufe gleich, und der Rechner war vor ihnen in Ruhe.',
  },
  firstRun: {
    none: 'Kein Einfluss des ersten Laufs: Die ersten gemessenen Läufe waren wie die danach.',
    longer: (share) =>
      `Der erste Lauf jeder Variante dauerte im Mittel ${share} länger als die späteren: ihr einen Aufwärmlauf mehr geben.`,
    less: (share) =>
      `Der erste Lauf jeder Variante dauerte im Mittel ${share} weniger als die späteren: ihr einen Aufwärmlauf mehr geben.`,
  },
  interference: {
    none: (least) =>
      `Keine Störung: Andere Programme nutzten in jedem Lauf weniger als ${least} des Rechners.`,
    some: (most, disturbed, count) =>
      `Andere Programme nutzten in ${disturbed} von ${ofRuns(count)} bis zu ${most} des Rechners: schließen, was sonst rechnet, und noch einmal vergleichen.`,
  },
  sameWork: {
    variant: (number) => `Variante ${number}`,
    same: 'Dieselbe Arbeit: Alle Läufe hatten dieselben Aufgaben, und ihre Prüfsummen sind gleich.',
    sameWithin:
      'Dieselbe Arbeit: Alle Läufe jeder Variante hatten dieselben Aufgaben, und ihre Prüfsummen sind gleich.',
    calibratedApart: (more, iterationsPerMs) =>
      `Nicht dieselbe Arbeit: ${calibrated(more)}. ${wayOut(iterationsPerMs)}`,
    calibratedNearly: (more, iterationsPerMs) =>
      `Nicht ganz dieselbe Arbeit: ${calibrated(more)}, sodass ein so großer Unterschied nichts besagt. ${wayOut(iterationsPerMs)}`,
    checksums: (labels) =>
      `Nicht dieselben Ergebnisse: Aufgaben in den Läufen von ${labels} ergaben verschiedene Prüfsummen, also taten sie verschiedene Arbeit.`,
    plans: (labels) =>
      `Nicht dieselben Aufgaben: Die Pläne von ${labels} unterscheiden sich in Aufgaben, Parametern oder Startwert, also sagen ihre Zeiten nichts übereinander.`,
    outcomes: (labels) =>
      `Nicht dieselbe Arbeit: In den Läufen von ${labels} waren verschieden viele Aufgaben erfolgreich, also sagen ihre Zeiten nichts übereinander.`,
  },
}

export const comparisonSentences: Sentences = {
  verdict,
  answer,
  checks,
  range: (from, to) => `${from} bis ${to}`,
  difference: (having, lacking) => `${having}; ${lacking}: nichts dergleichen.`,
}
