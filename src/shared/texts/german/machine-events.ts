import { counted } from '../../format.ts'
import type { Texts } from '../texts.ts'

export const machineEvents: Texts['machineEvents'] = {
  slept: (time) =>
    `Der Rechner schlief während des Laufs ${time} lang: Es lief nichts, und was auf das Netz oder einen Zeitgeber wartete, wartete darüber hinweg.`,
  sleptAdvice:
    'Noch einmal starten und den Rechner wach halten: Was um den Schlaf herum gemessen wurde, ist nicht vergleichbar.',
  throttled: (times) =>
    `Der Prozessor war zu heiß und hat sich während des Laufs ${counted(times, 'Mal', 'Mal')} gedrosselt: Was dann lief, lief langsamer.`,
  throttledAdvice:
    'Abkühlen lassen, für Luft sorgen und noch einmal starten; Strategien mit Läufen vergleichen, die sich abwechseln.',
  markSlept: (time) => `schlief ${time}`,
  markThrottled: 'gedrosselt',
  markTitle:
    'Der Rechner schlief während dieses Laufs oder drosselte seinen Prozessor wegen Hitze: Die Zeiten sind nicht vergleichbar.',
  undisturbed:
    'Ungestört: Der Rechner hat während keines Laufs geschlafen oder seinen Prozessor wegen Hitze gedrosselt.',
  disturbed: (disturbed, total) =>
    `Während ${disturbed} von ${total} Läufen schlief der Rechner oder drosselte seinen Prozessor wegen Hitze: Ihre Zeiten sind nicht vergleichbar; noch einmal vergleichen.`,
}
