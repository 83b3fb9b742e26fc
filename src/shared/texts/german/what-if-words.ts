import type { Texts } from '../texts.ts'

type WhatIfWords = Texts['whatIfWords']
type ToldCurve = Omit<Parameters<WhatIfWords['curve']['noGain']>[0], 'fewer'>

const sizes: WhatIfWords['sizes'] = {
  cores: { title: 'Kerne', one: 'Kern', many: 'Kerne' },
  cpuWorkers: { title: 'CPU-Worker', one: 'CPU-Worker', many: 'CPU-Worker' },
  blockingThreads: {
    title: 'blockierende Threads',
    one: 'blockierender Thread',
    many: 'blockierende Threads',
  },
  loopConcurrency: {
    title: 'Aufgaben auf der Schleife',
    one: 'Aufgabe auf der Schleife',
    many: 'Aufgaben auf der Schleife',
  },
  threadLimit: { title: 'Threads', one: 'Thread', many: 'Threads' },
}

const under = ({ policy }: ToldCurve): string => (policy === null ? '' : ` unter ${policy}`)
const along = ({ areWorkersAlong }: ToldCurve): string =>
  areWorkersAlong ? ' und ebenso viele CPU-Worker' : ''
const asMeasured = ({ measured }: ToldCurve): string => `gemessen: ${measured.time}, ${measured.amount}`

const curve: WhatIfWords['curve'] = {
  nothing: 'Nichts wurde vorhergesagt.',
  noGain: (told) => {
    const { fewer } = told
    const would = fewer === null ? '' : `; ${fewer.amount} würden reichen (vorhergesagt: ${fewer.time})`
    return `Mehr als ${told.measured.amount}${along(told)} bringen${under(told)} nichts (${asMeasured(told)})${would}.`
  },
  gain: (told) => {
    const { shown, further, end } = told
    const faster =
      further === null
        ? ''
        : `; schneller wird es bis zum Höchsten, was erprobt wurde: ${further.amount} (${further.time})`
    const ends =
      end === null
        ? ''
        : `; mehr als ${end.amount}${end.time === null ? '' : ` (${end.time})`} bringen nichts`
    return `Vorhersage für ${shown.amount}${along(told)}${under(told)}: ${shown.time} (${asMeasured(told)})${faster}${ends}.`
  },
}

const saysForThis = (predicted: string): string => `Für den Lauf, wie er war, ergibt das Modell ${predicted}`

export const whatIfWords: WhatIfWords = {
  sizes,
  definition:
    'Die gemessenen Aufgaben des Laufs, noch einmal mit einer virtuellen Uhr durch den Planer geschickt: Jede rechnet und wartet so lange, wie sie es tat, und alle Threads teilen sich die Kerne gleichmäßig. Was sich mit der Zahl der Threads selbst ändert, etwa Caches, Speicherbandbreite und Taktfrequenz, ist nicht darin.',
  curve,
  tooLarge: (most, has) =>
    `Läufe mit mehr als ${most} Aufgaben werden nicht nachgespielt; dieser hat ${has}.`,
  nothingRan: 'Keine Aufgabe wurde gestartet, also gibt es nichts nachzuspielen.',
  notUsed: (sizeTitle) => `Keine Aufgabe dieses Laufs hängt von der Zahl dieser Größe ab: ${sizeTitle}.`,
  error: {
    unknown: (predicted) => `${saysForThis(predicted)}.`,
    exactly: (predicted, measured) => `${saysForThis(predicted)}, genau die gemessenen ${measured}.`,
    less: (predicted, percent, measured) =>
      `${saysForThis(predicted)}, ${percent} % weniger als die gemessenen ${measured}.`,
    more: (predicted, percent, measured) =>
      `${saysForThis(predicted)}, ${percent} % mehr als die gemessenen ${measured}.`,
  },
}
