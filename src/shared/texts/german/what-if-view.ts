import type { Texts } from '../texts.ts'

/** What if: the page of the inspector that replays the run. */
export const whatIfView: Texts['whatIfView'] = {
  chartLabel: (what) =>
    `Vorhergesagte Gesamtdauer nach Zahl (${what}); die Tabelle darunter enthält dasselbe`,
  pointTitle: (count, what, time) => `${count} ${what}: ${time} vorhergesagt`,
  measuredTitle: (time, count, what) => `gemessen: ${time} (${count} ${what})`,
  predicted: 'vorhergesagt',
  measured: 'gemessen',
  by: (what) => `nach Zahl: ${what}`,
  theRuns: '(wie der Lauf)',
  partial: {
    cancelled:
      'Der Lauf wurde abgebrochen: hier zählen nur die Aufgaben, die liefen, und nur so lange, wie sie liefen.',
    broken: 'Der Lauf brach ab: hier zählen nur die Aufgaben, die liefen, und nur so lange, wie sie liefen.',
    interrupted:
      'Der Lauf wurde unterbrochen: hier zählen nur die Aufgaben, die liefen, und nur so lange, wie sie liefen.',
  },
  startOrder: 'Startreihenfolge',
  noOrderFaster: (own) => `Keine andere Startreihenfolge wäre schneller gewesen als „${own}“.`,
  orderFaster: (best, time, gain, own) =>
    `Begonnen „${best}“: ${time} vorhergesagt, ${gain} weniger als „${own}“.`,
  empty:
    'Wie lange ein Lauf mit anderen Zahlen von Kernen und Threads dauern würde, erscheint hier, sobald es einen Lauf gibt.',
  notYet: 'Vorhersagen entstehen aus der Aufzeichnung des Laufs, wenn er vorüber ist.',
  vary: 'Ändern',
  manyTasks: (tasks) =>
    `${tasks} Aufgaben würden für jeden Punkt nachgespielt: das Fenster kann dabei ab und zu stehen bleiben.`,
  compute: 'Berechnen',
  replaying: (done) => `Die Aufgaben werden nachgespielt… ${done}`,
  pointsDone: 'Berechnete Punkte',
  failed: (why) => `Der Lauf ließ sich nicht nachspielen: ${why}`,
  asTable: 'Als Tabelle',
  modelSays: (says, measured) =>
    `Für den Lauf, wie er war, sagt das Modell ${says}; gemessen wurden ${measured}.`,
}
