import type { Texts } from '../texts.ts'

type ScalingWords = Texts['scalingWords']

const sizes: ScalingWords['sizes'] = {
  cpu: {
    one: 'CPU-Worker',
    many: 'CPU-Worker',
    label: 'CPU-Worker',
    definition: 'Threads (oder Prozesse) für rechnende Aufgaben.',
  },
  blocking: {
    one: 'blockierender Thread',
    many: 'blockierende Threads',
    label: 'blockierende Threads',
    definition: 'Threads für Aufgaben, die warten und dabei ihren Thread belegen.',
  },
  loop: {
    one: 'Aufgabe auf der Schleife',
    many: 'Aufgaben auf der Schleife',
    label: 'Aufgaben auf der Schleife',
    definition: 'Höchstzahl der Aufgaben, die die Ereignisschleife zugleich hält.',
  },
  threads: {
    one: 'Thread',
    many: 'Threads',
    label: 'Threads',
    definition: 'Höchstzahl der Threads bei der Strategie Threads, die für jede Aufgabe einen will.',
  },
  tasks: {
    one: '× die Aufgaben',
    many: '× die Aufgaben',
    label: 'Zahl der Aufgaben',
    definition: 'So oft die Aufgaben der Vorlage, jede so lang wie zuvor.',
  },
  length: {
    one: '× die Länge',
    many: '× die Länge',
    label: 'Länge der Aufgaben',
    definition: 'So viele Aufgaben, wie die Vorlage hat, jede mit so vielmal so viel Arbeit.',
  },
}

const laws: ScalingWords['laws'] = {
  amdahl: {
    label: 'Amdahls Gesetz',
    definition:
      'Einen Teil der Arbeit, sigma, kann immer nur ein Worker tun: Der Durchsatz ist lambda·N / (1 + sigma·(N − 1)).',
  },
  usl: {
    label: 'Universelles Skalierungsgesetz',
    definition:
      'Neben dem, was immer nur ein Worker tun kann, sigma, warten Worker paarweise aufeinander, kappa, sodass mehr von ihnen langsamer sein können: Der Durchsatz ist lambda·N / (1 + sigma·(N − 1) + kappa·N·(N − 1)).',
  },
}

const parameters: ScalingWords['parameters'] = {
  lambda: { label: 'λ', definition: 'Durchsatz eines Workers, in Aufgaben je Sekunde.' },
  sigma: {
    label: 'σ',
    definition:
      'Anteil der Arbeit, der nacheinander geschieht oder umkämpft ist: 0 ist vollkommen, bei 1 ist nichts zu gewinnen.',
  },
  kappa: { label: 'κ', definition: 'Was jedes Paar von Workern die anderen kostet: 0 ist nichts.' },
}

export const scalingWords: ScalingWords = { sizes, laws, parameters }
