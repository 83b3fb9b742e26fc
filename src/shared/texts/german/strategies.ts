import type { Texts } from '../texts.ts'

export const strategies: Texts['strategies'] = {
  sequential: {
    title: 'Nacheinander',
    inSentence: 'Nacheinander',
    under: 'mit der Strategie Nacheinander',
    summary:
      'Ein Thread, eine Aufgabe nach der anderen: die Basis, an der jede andere Strategie gemessen wird.',
  },
  'event-loop': {
    title: 'Ereignisschleife',
    inSentence: 'Ereignisschleife',
    under: 'mit der Strategie Ereignisschleife',
    summary:
      'Alles auf einer Ereignisschleife: Warten überlappt sich, aber blockierende und rechnende Aufgaben halten alle anderen auf.',
  },
  threads: {
    title: 'Threads',
    inSentence: 'Threads',
    under: 'mit der Strategie Threads',
    summary:
      'Ein Thread für jede Aufgabe: Warten überlappt sich, und rechnende Aufgaben streiten sich um zu wenige Kerne.',
  },
  hybrid: {
    title: 'Hybrid',
    inSentence: 'Hybrid',
    under: 'mit der Strategie Hybrid',
    summary:
      'Jede Art dort, wo sie hingehört: Warten auf einer Schleife, blockierende Aufrufe in einem Thread-Pool, Rechnen mit einem Thread je Kern.',
  },
  processes: {
    title: 'Prozesse',
    inSentence: 'Prozesse',
    under: 'mit der Strategie Prozesse',
    summary:
      'Wie Hybrid, aber gerechnet wird in Kindprozessen: volle Trennung, bezahlt mit Startzeit und Arbeitsspeicher.',
  },
}

export const policies: Texts['policies'] = {
  fifo: { title: 'fifo', summary: 'In der Reihenfolge, in der sie eingereicht wurden.' },
  priority: { title: 'priority', summary: 'Die mit der höchsten Priorität zuerst.' },
  'shortest-first': {
    title: 'shortest-first',
    summary: 'Die kürzesten zuerst, nach ihrer geschätzten Dauer.',
  },
  'longest-first': { title: 'longest-first', summary: 'Die längsten zuerst, nach ihrer geschätzten Dauer.' },
}

/** Kinds, executors and policies keep the names that presets and the command line know. */
export const kinds: Texts['kinds'] = {
  async: { title: 'async', summary: 'Wartet, ohne einen Thread zu belegen.' },
  blocking: { title: 'blocking', summary: 'Wartet und belegt dabei ihren Thread.' },
  cpu: { title: 'cpu', summary: 'Rechnet.' },
}

export const executors: Texts['executors'] = {
  'main-line': 'main-line',
  loop: 'loop',
  blocking: 'blocking',
  cpu: 'cpu',
  threads: 'threads',
  processes: 'processes',
}

export const states: Texts['states'] = {
  planned: 'geplant',
  queued: 'wartend',
  running: 'laufend',
  succeeded: 'erfolgreich',
  failed: 'fehlgeschlagen',
  cancelled: 'abgebrochen',
  'timed-out': 'Zeit überschritten',
}
