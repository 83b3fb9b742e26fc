import type { Texts } from '../texts.ts'

export const choosing: Texts['choosing'] = {
  preset: 'Vorlage',
  strategy: 'Strategie',
  openPreset: 'Vorlage öffnen…',
  fromFile: '(aus einer Datei)',
  options: 'Optionen',
  set: (count) => `${count} gesetzt`,
  reset: 'Zurücksetzen',
  tasks: (count) => (count === 1 ? '1 Aufgabe' : `${count.toLocaleString('de-DE')} Aufgaben`),
  ofKinds: (tasks, kinds) => `${tasks}: ${kinds}.`,
  suggests: (strategy) => `empfiehlt ${strategy}`,
  chosenBySelf: 'Wer sie wählt, wählt auch diese Strategie.',
  length: (oneByOne, atBest) => `Ungefähr ${oneByOne} Arbeit nacheinander, im besten Fall ${atBest}.`,
  columns: { kind: 'Art der Aufgabe', tasks: 'Aufgaben', where: 'Wo sie läuft', how: 'In welcher Form' },
  forms: {
    async: 'wartet, ohne einen Thread zu belegen',
    blocking: 'belegt ihren Thread, bis sie fertig ist',
  },
  places: {
    'main-line': 'ein Thread, eine nach der anderen',
    loop: 'eine Ereignisschleife, alle zugleich',
    blocking: 'ein Vorrat an Threads',
    cpu: 'ein Thread je Kern',
    threads: 'je ein Thread',
    processes: 'Kindprozesse, einer je Kern',
  },
}
