import { countText } from '../../format.ts'
import type { Texts } from '../texts.ts'

/** Fields of options and set-ups, and what is wrong with what stands in them. */
export const fields: Texts['fields'] = {
  options: {
    cpuWorkers: {
      label: 'CPU-Worker',
      explanation: 'Threads oder Prozesse für rechnende Aufgaben. Üblich: einer je Kern.',
    },
    blockingThreads: {
      label: 'Blockierende Threads',
      explanation: 'Threads für Aufgaben, die warten und dabei einen festhalten.',
    },
    loopConcurrency: {
      label: 'Zugleich auf Schleife',
      explanation: 'Die meisten Aufgaben, die die Ereignisschleife zugleich hält.',
    },
    threadLimit: {
      label: 'Thread-Grenze',
      explanation: 'Die meisten Threads unter der Strategie „Threads“, die für jede Aufgabe einen will.',
    },
    taskTimeoutMs: {
      label: 'Zeitgrenze',
      explanation:
        'Eine Aufgabe, die länger läuft, wird angehalten. Leer: wie die Vorlage es sagt, oder keine Grenze.',
    },
    memoryLimitMb: {
      label: 'Speichergrenze',
      explanation: 'JavaScript-Heap, den ein Thread oder Prozess belegen darf.',
    },
    seed: {
      label: 'Startwert',
      explanation: 'Derselbe Startwert gibt denselben Plan.',
    },
    sampleHz: {
      label: 'Abtastrate',
      explanation: 'Ablesungen von Kernen, Arbeitsspeicher und Threads pro Sekunde. 0: keine.',
    },
    blockedLoopMs: {
      label: 'Blockierte Schleife',
      explanation: 'Von einer Aufgabe, die die Ereignisschleife länger hält, heißt es, sie blockiere sie.',
    },
  },
  nothing: 'nichts',
  wholeNumber: (min, max, got) =>
    `Erwartet wird eine ganze Zahl von ${countText(min)} bis ${countText(max)}, nicht „${got}“.`,
  numbersSuchAs: (got) => `Erwartet werden Zahlen wie 1..8 oder 1, 2, 4, 8, nicht „${got}“.`,
  backwards: (range) => `${range} läuft rückwärts: die kleinere Zahl gehört nach vorn.`,
  wholeNumbers: (min, max, got) =>
    `Erwartet werden ganze Zahlen von ${countText(min)} bis ${countText(max)}, nicht „${got}“.`,
  oneSize: 'Eine Größe ist keine Messreihe: erwartet werden mindestens zwei.',
  tooManySizes: (count, most) =>
    `Das sind ${countText(count)} Größen: eine Messreihe nimmt höchstens ${countText(most)}.`,
  uselessSize: (strategy, many) =>
    `Unter „${strategy}“ hängt keine Aufgabe dieser Vorlage von dieser Zahl ab: ${many}.`,
  choosePreset: 'Eine Vorlage wählen: die Aufgaben, die laufen sollen.',
  tickTwo: 'Mindestens zwei Varianten ankreuzen.',
  mostVariants: (most, ticked) =>
    `Höchstens ${most} Varianten lassen sich zugleich vergleichen; ${ticked} sind angekreuzt.`,
  numberProblem: 'Eine Zahl braucht einen anderen Wert.',
  sizeProblem: 'Eine Größe einer Variante braucht einen anderen Wert.',
}
