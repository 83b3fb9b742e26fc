import { counted } from '../../format.ts'
import type { Texts } from '../texts.ts'

type Sentences = Texts['scalingSentences']

const named = { amdahl: 'Amdahls Gesetz', usl: 'Das universelle Skalierungsgesetz' } as const
const within = (law: keyof typeof named, miss: string): string =>
  `${named[law]} beschreibt diese Messungen auf ${miss} genau`

const laws: Sentences['laws'] = {
  tooFewSizes: (law, parameters, sizes) =>
    `${named[law]} hat ${parameters} Parameter: Ob es beschreibt, was gemessen wurde, lässt sich erst ab ${counted(parameters + 1, 'Größe', 'Größen')} sagen, nicht mit ${sizes}.`,
  range: (low, high) => ` (95-%-Bereich ${low} bis ${high})`,
  farOff: (law, miss, size) =>
    `${named[law]} beschreibt diese Messungen nicht: Es liegt um ${miss} daneben (${size}).`,
  beyondNoise: (law, miss, size) =>
    `${named[law]} beschreibt diese Messungen nicht: Es liegt um ${miss} daneben (${size}), mehr, als sich Läufe derselben Größe unterscheiden.`,
  notSerial: (law, miss) =>
    `${within(law, miss)}: Kein Teil der Arbeit sieht aus, als ginge er nur nacheinander.`,
  nearlySerial: (law, miss, share, range) =>
    `${within(law, miss)}: als ginge die Arbeit zu ${share}${range} nur nacheinander, sodass mehr als ein Worker so gut wie nichts bringt.`,
  serial: (law, miss, share, range, most) =>
    `${within(law, miss)}: als ginge die Arbeit zu ${share}${range} nur nacheinander, sodass noch so viele Worker höchstens ${most}-mal so schnell wären wie einer.`,
  noPeak: (law, miss) => `${within(law, miss)}: Sein Durchsatz hat keinen Gipfel.`,
  peak: ({ law, miss, size, isDoubtful, isBeyond }) =>
    `${within(law, miss)}: Der Gipfel seines Durchsatzes liegt${isDoubtful ? ', wenn überhaupt,' : ''} etwa hier: ${size}${isBeyond ? ', jenseits dessen, was gemessen wurde' : ''}.`,
}

const growth: Sentences['growth'] = {
  took: ({ isLength, to, factor, from }) =>
    `${to} ${isLength ? 'braucht' : 'brauchen'} ${factor}-mal so lange${from === null ? '' : ` wie ${from}`}`,
  inProportion: (took) => `${took}: Die Zeit wächst im Verhältnis zur Arbeit.`,
  less: (took, share) => `${took}: ${share} weniger als im Verhältnis zur Arbeit.`,
  more: (took, share) => `${took}: ${share} mehr als im Verhältnis zur Arbeit.`,
}

const answer: Sentences['answer'] = {
  nothing: 'In keinem Lauf wurde etwas beendet, also gibt es nichts zu sagen.',
  onlyOne: (size) =>
    `Gemessen wurde nur eine Größe (${size}): Es gibt nichts, womit sie zu vergleichen wäre.`,
  notSameWork: (fault) => `${fault} Über Größen wird nichts gesagt.`,
  byMedian: (share) => `im Median um ${share}`,
  by: (range) => `um ${range}`,
  orMore: (sizes) => `${sizes} oder mehr`,
  range: (sizes) => `95-%-Bereich ${sizes}`,
  noRange: (needed, rounds) => `ein Bereich braucht ${needed} Durchgänge aller Größen, nicht ${rounds}`,
  cannotTell: (sizes, range, first, last) =>
    `Diese Läufe unterscheiden sich zu sehr, um zu sagen, wie viele lohnen (${sizes})${range === null ? '' : `: ${range}, gemessen ${first} bis ${last}`}. Mehr Wiederholungen oder ein ruhigerer Rechner würden es zeigen.`,
  stillFaster: (last, isOne, before, by) =>
    `${last} ${isOne ? 'ist' : 'sind'} immer noch ${by} schneller als ${before}`,
  noMoreTasks: (faster, tasks) =>
    `${faster}, und mit ${counted(tasks, 'Aufgabe', 'Aufgaben')} lassen sich nicht mehr nutzen.`,
  beyond: (faster) => `${faster}: Der Knick liegt jenseits dessen, was gemessen wurde.`,
  gainsLittle: (knee, most) => `Mehr als ${knee} bringen hier wenig, höchstens ${most}`,
  gainsNothing: (knee) => `Mehr als ${knee} bringen hier nichts`,
  slower: (size, by) => `, und ${size} sind ${by} langsamer`,
  knee: (beyond, best, certainty) => `${beyond}; am besten war ${best}, ${certainty}.`,
  doubt:
    ' Diese Läufe unterscheiden sich zu sehr, um auszuschließen, dass mehr etwas brächten: Mehr Wiederholungen würden es zeigen.',
  oneMissing: (size) => ` ${size} wurde nicht gemessen.`,
  missing: (from, to) => ` ${from} bis ${to} wurden nicht gemessen.`,
}

const whyNot: Sentences['whyNot'] = {
  nothingDepends: (sizes, strategy) =>
    `Bei der Strategie ${strategy} hängt nichts von dieser Zahl ab (${sizes}), also gibt es keine Messreihe.`,
  noTaskDepends: (sizes, strategy, preset) =>
    `Bei der Strategie ${strategy} hängt keine der Aufgaben von „${preset}“ von dieser Zahl ab (${sizes}), also gibt es keine Messreihe.`,
  tooManyTasks: (preset) =>
    `„${preset}“ hat schon so viele Aufgaben, dass für doppelt so viele kein Raum ist.`,
  noLength: (group, preset, workload) =>
    `Die Aufgaben „${group}“ von „${preset}“ haben keine Länge, die sich ändern ließe (${workload}).`,
  tooLong: (group, preset) =>
    `Die Aufgaben „${group}“ von „${preset}“ sind schon so lang, dass sie sich nicht verdoppeln lassen.`,
}

export const scalingSentences: Sentences = { laws, growth, answer, whyNot }
