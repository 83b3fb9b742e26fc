import { counted } from '../../format.ts'
import type { Texts } from '../texts.ts'

/** Compare: what was found, in figures, dots, timelines and accounts. */
export const compareResult: Texts['compareResult'] = {
  timeWent: 'Wohin die Zeit ging',
  whoseTime: 'Wessen Zeit',
  ofTypical: (definition) => `${definition} Vom typischen Lauf jeder Variante.`,
  noAccount: 'keine Zeitrechnung',
  coresNotSampled: 'Kerne wurden nicht abgetastet',
  asTable: 'Als Tabelle',
  total: 'gesamt',
  checksPassed: (count) => `${counted(count, 'Prüfung', 'Prüfungen')} bestanden`,
  otherEnvironment: 'Die Läufe entstanden nicht in derselben Umgebung',
  differences: 'Unterschiede erklärt',
  noDifferences: 'Kein Befund unterscheidet die typischen Läufe der Varianten.',
  differencesHint: 'Was der typische Lauf einer Variante zeigt und der einer anderen nicht.',
  without: (labels) => `${labels}: keiner`,
  caption: 'Ergebnisse jeder Variante; eine andere zu wählen macht sie zur Basis',
  compareWith: (label) => `Mit ${label} vergleichen`,
  shortestHint: 'Hat die kürzeste mittlere Gesamtdauer (Median)',
  shortest: 'kürzeste',
  failedButShown: (why) => `Der Vergleich schlug fehl: ${why} Was bis dahin gemessen wurde, ist zu sehen.`,
  partial: {
    cancelled: (made, asked) =>
      `Unvollständig: abgebrochen nach ${made} von ${counted(asked, 'Lauf', 'Läufen')}.`,
    broken: (made, asked) =>
      `Unvollständig: abgerissen nach ${made} von ${counted(asked, 'Lauf', 'Läufen')}.`,
  },
  fromSaved: (preset, runs) =>
    `${preset}, ${counted(runs, 'gespeicherter Lauf', 'gespeicherte Läufe')}, die sich nicht abwechselten`,
  inTurns: (preset, repeats, warmUps) =>
    `${preset}, ${counted(repeats, 'Lauf', 'Läufe')} jeder Variante im Wechsel nach ${counted(warmUps, 'Aufwärmlauf', 'Aufwärmläufen')}`,
  dotsAll: 'Gesamtdauern aller Läufe',
  lanesOf: (label) =>
    `Aufgaben von ${label} über der Zeit, eine Bahn je Platz; das Labor führt sie in einer Tabelle auf`,
  noRun: 'Von dieser Variante gibt es keinen Lauf.',
  gone: 'Die Aufzeichnung dieses Laufs ist nicht mehr da: ein neuer Vergleich bringt wieder eine.',
  tryAgain: 'Noch einmal versuchen',
  reading: 'Der Lauf wird gelesen…',
  timelines: 'Zeitleisten',
  timelinesOf: 'Zeitleisten der Varianten',
  panelKeys:
    'W und S vergrößern und verkleinern, A und D verschieben, F zeigt die ganzen Läufe. Jeder Lauf lässt sich im Labor öffnen, dessen Aufgabentabelle seine Aufgaben enthält.',
  timeZeroHint: 'Zeit 0 jedes Laufs ist, wann seine erste Aufgabe eingereiht wurde',
  runTime: 'Laufzeit',
  runOption: (number, time, isTypical) => `Lauf ${number}: ${time}${isTypical ? ', typisch' : ''}`,
  baseline: 'Basis',
  makespanHint: 'Gesamtdauer des gezeigten Laufs',
  makespan: 'Gesamtdauer',
  medianHint: 'Median der Gesamtdauern dieser Variante',
  median: 'Median',
  fewerLanes: 'weniger Bahnen',
  allLanes: 'alle Bahnen',
  runOf: (label) => `Lauf von ${label}`,
  previousRun: (label) => `Voriger Lauf von ${label}`,
  shownRun: (label) => `Gezeigter Lauf von ${label}`,
  typicalHint: 'Der typische Lauf ist der, dessen Gesamtdauer dem Median am nächsten liegt',
  nextRun: (label) => `Nächster Lauf von ${label}`,
  openHint: 'Diesen Lauf auf den Bildschirm holen, mit allen Spuren, Befunden und Aufgaben',
  openInLab: 'Im Labor öffnen',
  medianOf: (label, estimate) => `${label}: Median ${estimate}`,
  dot: (label, number, time) => `${label}, Lauf ${number}: ${time}`,
  medianText: (estimate) => `Median ${estimate}`,
  oneRun: 'ein Lauf',
  interval: '95-%-Intervall',
  baselineMedian: 'Median der Basis',
}
