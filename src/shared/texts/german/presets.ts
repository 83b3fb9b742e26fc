import type { Texts } from '../texts.ts'

export const presets: Texts['presets'] = {
  'course-demo': {
    title: 'Kursbeispiel',
    summary:
      'Das Skript des Artikels: drei rechnende Aufgaben, vier Downloads und viermal Warten. Nacheinander dauern sie so lange wie alle zusammen; gut gemischt kaum länger als die längste.',
  },
  'course-demo-verbatim': {
    title: 'Kursbeispiel, wörtlich',
    summary:
      'Das Skript des Artikels mit seinen 9.999.999 Quadratwurzeln statt abgestimmter Arbeit. Sie sind hier im Nu fertig, sodass fast die ganze Zeit gewartet wird.',
  },
  'cpu-saturation': {
    title: 'CPU-Auslastung',
    summary:
      'Zwölf rechnende Aufgaben verschiedener Art, etwa 300 ms jede. Es zeigt sich, wie nahe ein Pool mit einem Thread je Kern an alle Kerne herankommt.',
  },
  'io-fanout': {
    title: 'Viele Downloads',
    summary:
      'Zweihundert Downloads auf einmal, jeder mit eigener Latenz. Eine Ereignisschleife wartet auf alle und braucht kaum länger als der langsamste; nacheinander dauern sie Minuten.',
  },
  'mixed-pipeline': {
    title: 'Gemischte Arbeit',
    summary:
      'Downloads, Dateien, JSON, Packen, Hashs und Warten zusammen, wie in einem echten Programm. Es zeigt sich, was jede Strategie aus einer Mischung macht.',
  },
  'blocked-loop': {
    title: 'Blockierte Schleife',
    summary:
      'Zehn Aufgaben ticken auf einer Ereignisschleife, die auch 1,5 Sekunden lang rechnen und einen blockierenden Aufruf machen muss. Solange sie das tut, tickt keine einzige.',
  },
  'over-subscription': {
    title: 'Überbelegung',
    summary:
      'Sechzehn rechnende Aufgaben mit je einem Thread, viel mehr, als es Kerne gibt. Jede wartet die meiste Zeit auf einen Kern, und zusammen werden sie nicht früher fertig.',
  },
  'small-pool': {
    title: 'Kleiner Pool',
    summary:
      'Zehn rechnende Aufgaben für einen einzigen CPU-Worker. Sie stehen bei ihm an, während die anderen Kerne nichts zu tun haben.',
  },
  straggler: {
    title: 'Nachzügler',
    summary:
      'Zweiunddreißig kurze rechnende Aufgaben und, als Letzte eingereicht, eine lange. Solange sie läuft, haben alle Kerne bis auf einen nichts zu tun; wäre sie zuerst gestartet, hätten die kurzen sie gefüllt.',
  },
  starvation: {
    title: 'Verhungern',
    summary:
      'Zuerst kommen zwei Aufgaben niedriger Priorität, nach ihnen vierzig hoher. Alle vierzig werden vorgezogen: Die zwei warten, solange noch irgendetwas anderes da ist.',
  },
  waiting: {
    title: 'Nur Warten',
    summary:
      'Zehn Aufgaben, die nichts tun als warten, alle auf einmal. Weder mehr Threads noch mehr Kerne würden sie auch nur einen Augenblick kürzer machen.',
  },
  'memory-steps': {
    title: 'Speicherstufen',
    summary:
      'Speicherblöcke von 32 bis 256 MiB, einer nach dem anderen auf einem einzigen Thread, jeder einen Moment lang gehalten. Die Speicherkurve zeigt sie als Stufen.',
  },
  garbage: {
    title: 'Speichermüll',
    summary:
      'Rechnende Aufgaben, die große Objekte anlegen und fallen lassen, in Threads mit wenig Platz. Ein guter Teil ihrer Zeit vergeht damit, einzusammeln, was sie liegen ließen.',
  },
  'process-start': {
    title: 'Prozessstart',
    summary:
      'Acht Kindprozesse werden für acht Aufgaben gestartet, die im Nu fertig sind. Die Vorbereitung dauert ein Vielfaches der Arbeit.',
  },
  'tiny-tasks': {
    title: 'Winzige Aufgaben',
    summary:
      'Hunderttausend Aufgaben, die nichts tun. Übrig bleibt, was es kostet, einem Thread eine Aufgabe zu übergeben und zu hören, dass sie fertig ist.',
  },
  failures: {
    title: 'Fehlschläge',
    summary:
      'Eine Aufgabe wirft einen Fehler, einer läuft die Zeit ab, eine wird abgebrochen, einer geht der Speicher aus und eine beendet ihren eigenen Thread. Ihre Nachbarn dürfen davon nichts merken.',
  },
}
