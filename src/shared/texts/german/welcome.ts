import type { Texts } from '../texts.ts'

export const welcome: Texts['welcome'] = {
  label: 'Erste Schritte',
  step: (at, of) => `Schritt ${at} von ${of}`,
  skip: (key) => `Überspringen (${key})`,
  back: 'Zurück',
  next: 'Weiter',
  finish: 'Fertig',
  tasksTitle: 'Sehen, was Aufgaben mit dem Rechner machen',
  tasks:
    'Taskscope führt eine Liste von Aufgaben aus, beobachtet dabei jeden Kern und zeichnet beides auf eine Zeitachse. Den Anfang machen die elf Aufgaben eines kleinen Skripts:',
  families: [
    ['3', 'cpu', 'rechnen Quadratwurzeln', 'Sie halten ununterbrochen einen Kern beschäftigt.'],
    [
      '2',
      'async',
      'laden herunter, ohne eigenen Thread',
      'Sie warten auf das Netz und könnten es gemeinsam tun.',
    ],
    [
      '2',
      'blocking',
      'laden herunter, mit blockierendem Aufruf',
      'Auch sie warten, belegen dabei aber einen Thread.',
    ],
    ['4', 'async', 'warten', 'Sie tun nichts, als auf eine Uhr zu warten.'],
  ],
  placesTitle: 'Wohin kommt jede Art von Aufgabe?',
  places:
    'Das entscheidet die Strategie. Dieselben elf Aufgaben dauern unter der einen so lange wie alle zusammen und unter der anderen kaum länger als die längste. Eine für den ersten Lauf wählen; die anderen sind einen Klick entfernt.',
  runIn: (strategy) => `Mit ${strategy} starten`,
  running:
    'Jetzt laufen die Aufgaben. Jede Bahn unten ist ein Thread, jeder Balken eine Aufgabe; die Zeilen darunter sind die Kerne.',
  preparing: 'Threads starten, und die Arbeit wird auf diesen Rechner abgestimmt…',
  over: 'Das war der erste Lauf. Drei Dinge zum Ansehen:',
  looks: [
    'Die Bahnen: Der Farbton ist die Familie der Aufgabe; gefüllt heißt rechnen, umrandet heißt warten.',
    'Die Leiste mit Zahlen: wie lange es gedauert hat und wie kurz es hätte sein können.',
    'Der Inspektor rechts: was den Lauf aufgehalten hat, in Worten. Ein Klick auf einen Balken erzählt das Leben einer Aufgabe.',
  ],
  notCompleted:
    'Der Lauf wurde nicht zu Ende geführt. Er lässt sich neu starten, oder die Schritte enden hier.',
  again: 'Noch einmal starten',
  busy: 'Etwas anderes ist in Arbeit. Der Lauf kann beginnen, wenn es vorbei ist.',
}
