import type { Texts } from '../texts.ts'

type Accounts = Texts['accounts']

const entries: Accounts['entries'] = {
  cpu: {
    label: 'auf der CPU',
    definition: 'Aufgaben rechneten, ohne die Zeit, die ihre Threads mit Speicherbereinigung verbrachten.',
  },
  'garbage-collection': {
    label: 'Speicherbereinigung',
    definition:
      'Threads, die Aufgaben ausführen, bereinigten ihren Speicher: von dieser Zeit so viel, wie die unterbrochenen Aufgaben auf der CPU waren. Bei Plätzen und bei der Länge des Laufs auch, was sie dabei schliefen, soweit nichts anderes es erklärt.',
  },
  ready: {
    label: 'bereit ohne Kern',
    definition:
      'Aufgaben hätten weitermachen können, hatten aber keinen Kern, oder eine andere Aufgabe hatte ihre Schleife.',
  },
  'own-cost': {
    label: 'Eigenaufwand',
    definition:
      'Taskscope selbst. Bei Kernen: die gesamte CPU-Zeit von Hauptthread, Abtaster und Fenster. Bei Plätzen und bei der Länge des Laufs: wie viel der Zeit, in der Aufgaben ohne Kern bereit waren, höchstens auf das zurückgeht, was Taskscope dann verbrauchte.',
  },
  'input-output': {
    label: 'Ein-/Ausgabe',
    definition: 'Aufgaben waren ausgesetzt, bis eine Datei oder das Netz geantwortet hatte.',
  },
  timer: {
    label: 'Zeitgeber',
    definition: 'Aufgaben waren ausgesetzt bis zu einem Zeitpunkt, den sie selbst gesetzt hatten.',
  },
  queue: {
    label: 'Warteschlange',
    definition: 'Die erste Aufgabe der kritischen Kette wartete, obwohl keine andere Aufgabe sie aufhielt.',
  },
  'start-up': {
    label: 'Start',
    definition:
      'Threads wurden gestartet: bevor die erste Aufgabe eingereiht wurde oder nachdem ein Thread geendet hatte, wo das aufgezeichnet wurde.',
  },
  scheduling: {
    label: 'Zuteilung',
    definition: 'Ein Platz war frei und eine Aufgabe wartete auf ihn: die Zeit, die das Übergeben braucht.',
  },
  idle: { label: 'untätig', definition: 'Hier gab es nichts zu tun.' },
  others: {
    label: 'andere Programme',
    definition: 'Kerne waren mit anderen Programmen als diesem beschäftigt.',
  },
  unexplained: {
    label: 'ungeklärt',
    definition:
      'Was der Rest nicht ergibt: nicht gemessen oder mit einem Fehler gemessen. Negativ, wo der Rest mehr ergibt, als da war.',
  },
}

const coreEntries: Accounts['coreEntries'] = {
  ...entries,
  scheduling: {
    label: 'Laufzeitumgebung, Inhaltsserver',
    definition:
      'Alle übrige CPU-Zeit des Prozesses: die der Hilfsthreads der Laufzeitumgebung, die des Übergebens von Aufgaben, die des Servers, von dem Downloads kommen, und die des Threads, der den Lauf schreibt.',
  },
}

const views: Accounts['views'] = {
  wall: {
    label: 'Warten auf das Ende',
    definition:
      'Vorbereitung und Gesamtdauer, entlang der Kette von Aufgaben, die die Gesamtdauer bestimmte.',
  },
  slots: { label: 'Plätze', definition: 'Gesamtdauer × Plätze: was jeder Platz mit seiner Zeit tat.' },
  executors: { label: 'Ausführer', definition: 'Dasselbe für die Plätze jedes Ausführers.' },
  cores: {
    label: 'Kerne',
    definition:
      'Gesamtdauer × Kerne des Rechners: was jeder Kern mit seiner Zeit tat, wer immer ihn benutzte.',
  },
}

const taskTime: Accounts['taskTime'] = {
  turnaroundMs: { label: 'Durchlaufzeit', definition: 'Von eingereiht bis beendet.' },
  queueWaitMs: {
    label: 'Wartezeit',
    definition: 'Von eingereiht bis gestartet: Kein Platz war für sie frei.',
  },
  onCpuMs: {
    label: 'auf der CPU',
    definition:
      'CPU-Zeit, die sie verbrauchte, nach der eigenen Uhr ihres Threads, mit jeder Speicherbereinigung in dieser Zeit.',
  },
  readyMs: {
    label: 'bereit ohne Kern',
    definition:
      'Sie hätte weitermachen können, aber ihr Thread hatte keinen Kern, oder eine andere Aufgabe hatte ihre Schleife. Bei Eingaben, die eintrafen, während die Schleife beschäftigt war, ist dies das Äußerste, was es gewesen sein kann.',
  },
  timerMs: {
    label: 'Zeitgeber',
    definition: 'Ausgesetzt bis zu einem Zeitpunkt, den sie selbst gesetzt hatte.',
  },
  ioMs: {
    label: 'Ein-/Ausgabe',
    definition: 'Ausgesetzt, bis eine Datei oder das Netz geantwortet hatte.',
  },
  suspendedMs: { label: 'ausgesetzt', definition: 'Zeitgeber und Ein-/Ausgabe zusammen.' },
  unexplainedMs: {
    label: 'ungeklärt',
    definition:
      'Durchlaufzeit ohne all dies: Wartezeiten, die niemand angemeldet hat, und Messfehler. Negativ, wo die Teile mehr ergeben.',
  },
}

const taskTimeBasis: Accounts['taskTimeBasis'] = {
  thread: {
    label: 'ihr Thread',
    definition: 'Von ihrem eigenen Thread gelesen, den sie für sich allein hatte.',
  },
  loop: {
    label: 'ihre Schleife',
    definition: 'Summiert über die Abschnitte, in denen sie auf ihrer Schleife lief.',
  },
  slot: {
    label: 'ihr Platz',
    definition: 'Sie war zu kurz, um einzeln gemessen zu werden: Die Rechnung ihres Platzes enthält sie.',
  },
  unknown: {
    label: 'nicht bekannt',
    definition:
      'Weder sie noch ihr Thread wurde gelesen: abgeschaltet, mittendrin gestoppt oder auf diesem System nicht zu haben.',
  },
}

export const accounts: Accounts = { entries, coreEntries, views, taskTime, taskTimeBasis }
