import { counted } from '../../format.ts'
import type { Texts } from '../texts.ts'

/** Scaling: what is swept, and how far it is. */
export const scaling: Texts['scaling'] = {
  emptyTitle: 'Wie viele lohnen sich?',
  emptyWhat:
    'Eine Messreihe führt eine Vorlage mit einer Strategie und mehreren Größen im Wechsel aus und sagt, ab welcher Größe nichts mehr gewonnen wird.',
  emptySteps: {
    preset: 'Eine Vorlage und eine Strategie wählen.',
    size: 'Wählen, was sich ändert, etwa die CPU-Worker.',
    sweep:
      '„Messen“ drücken. Jeder Lauf erscheint hier als Punkt; die Antwort kommt, wenn alle vorüber sind.',
  },
  brokeOff: 'Die Messreihe brach ab',
  lost: (made, asked) =>
    `${made} von ${counted(asked, 'Lauf', 'Läufen')} waren bis dahin gemessen. Ihre Gesamtdauern sind alles, was bleibt, und nichts wurde aus ihnen ermittelt. „Messen“ versucht es noch einmal.`,
  nothingMeasured: 'Bis dahin war kein Lauf gemessen. „Messen“ versucht es noch einmal.',
  wasCancelled: 'Die Messreihe wurde abgebrochen',
  hasNothing: 'Die Messreihe hat nichts zu zeigen',
  cancelledHint:
    'Bis dahin war kein gemessener Lauf vorüber, also gibt es nichts zu sagen; ein früheres Ergebnis wurde mit dem Beginn dieser Messreihe aufgegeben.',
  nothingHint: 'In keinem Lauf wurde eine Aufgabe beendet, also gibt es nichts zu sagen.',
  heading: (preset, strategy, size) => `${preset}${strategy === null ? '' : `, ${strategy}`}: ${size}`,
  warmingUp: 'Die ersten Läufe wärmen auf und zählen nicht.',
  dotsSoFar:
    'Ein Punkt für jeden bisherigen Lauf. Was sie zusammen sagen, wird ermittelt, wenn alle vorüber sind.',
  fieldProblem: 'Ein Feld braucht einen anderen Wert',
  startHint: (keys) => `Die Vorlage mit jeder Größe im Wechsel ausführen (${keys})`,
  start: 'Messen',
  cancel: 'Abbrechen',
  runsUnit: 'Läufe',
  runsLabel: 'Läufe der Messreihe',
  now: (size) => `jetzt ${size}`,
  phases: {
    starting: 'Wird gestartet',
    idle: 'Noch keine Messreihe',
    warmingUp: 'Läuft sich warm',
    running: 'Läuft',
    cancelling: 'Wird abgebrochen',
    completed: 'Abgeschlossen',
    cancelled: 'Abgebrochen',
    broken: 'Abgebrochen durch Fehler',
  },
  repeats: 'Wiederholungen',
  repeatsHint:
    'Gemessene Läufe jeder Größe. Unter fünf gibt es kein ehrliches 95-%-Intervall für das, was die Läufe zusammen sagen.',
  warmUps: 'Aufwärmläufe',
  warmUpsHint: 'Läufe jeder Größe davor, die nicht zählen.',
  pause: 'Pause',
  pauseHint: 'Zwischen einem Lauf und dem nächsten.',
  varied: 'Was sich ändert',
  noEffect: (size) => `${size} (ändert hier nichts)`,
  sizes: 'Größen',
  standardSizes: 'üblich für diesen Rechner',
  sizesNote: 'Etwa 1..8, oder 1, 2, 4, 8.',
}
