import type { Texts } from '../texts.ts'

type FindingWords = Texts['findingWords']

/** After “auf”. */
const slotOf: FindingWords['slotOf'] = {
  'main-line': 'den einzigen Thread',
  loop: 'die Ereignisschleife',
  blocking: 'einen blockierenden Thread',
  cpu: 'einen CPU-Worker',
  threads: 'einen Thread',
  processes: 'einen Prozess',
}

export const findingWords: FindingWords = {
  quoted: (name) => `„${name}“`,
  cores: (amount, isOne) => `${amount} ${isOne ? 'Kern' : 'Kerne'}`,
  slotOf,
  nothingRan: 'Keine Aufgabe dieses Laufs brauchte Zeit, also gibt es nichts zu beurteilen.',
}
