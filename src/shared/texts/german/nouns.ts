import { counted } from '../../format.ts'
import type { Texts } from '../texts.ts'

const noun =
  (singular: string, plural: string) =>
  (count: number): string =>
    counted(count, singular, plural)

export const nouns: Texts['nouns'] = {
  run: noun('Lauf', 'Läufe'),
  task: noun('Aufgabe', 'Aufgaben'),
  slot: noun('Platz', 'Plätze'),
  thread: noun('Thread', 'Threads'),
  core: noun('Kern', 'Kerne'),
  sample: noun('Messwert', 'Messwerte'),
  record: noun('Aufzeichnung', 'Aufzeichnungen'),
  group: noun('Gruppe', 'Gruppen'),
  collection: noun('Bereinigung', 'Bereinigungen'),
  failure: noun('Fehlschlag', 'Fehlschläge'),
  check: noun('Prüfung', 'Prüfungen'),
  size: noun('Größe', 'Größen'),
  variant: noun('Variante', 'Varianten'),
  cpuWorker: noun('CPU-Worker', 'CPU-Worker'),
}
