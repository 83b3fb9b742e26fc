import { counted } from '../../format.ts'
import type { Texts } from '../texts.ts'

const tasks = (count: number): string => counted(count, 'Aufgabe', 'Aufgaben')
const slots = (count: number): string => counted(count, 'Platz', 'Plätze')

export const reportTracks: Texts['reportTracks'] = {
  heading: 'Zeitleiste',
  scrolls: 'Zeitleiste, seitlich verschiebbar',
  axis: {
    title: 'Zeitachse',
    description: (end) => `Zeit seit dem Einreihen der ersten Aufgabe, von 0 bis ${end}.`,
    time: 'Zeit',
  },
  overTime: (title) => `${title} im Lauf der Zeit`,
  atMost: (peak) => `Höchstens ${peak}.`,
  between: (least, most) => `Zwischen ${least} und ${most}.`,
  notMeasured: 'Es wurde nicht gemessen.',
  peak: 'Spitze',
  tasks: {
    title: (count) => `Zeitleiste von ${counted(count, 'Aufgabe', 'Aufgaben')}, eine Bahn je Platz`,
    part: (title, part, of) => `${title}, Teil ${part} von ${of}`,
    slotRan: (slot, count) => `${slot} führte ${tasks(count)} aus`,
    atOnce: (count, isMore) => `, bis zu ${count}${isMore ? ' und mehr' : ''} zugleich`,
    moreSlots: (count) =>
      `; ${counted(count, 'weiterer Platz führte', 'weitere Plätze führten')} die anderen aus`,
    ranNothing: (count) => `${counted(count, 'Platz führte', 'Plätze führten')} nichts aus.`,
    extent: (slotCount, taskCount, end) => `${slots(slotCount)}, ${tasks(taskCount)}, ${end}.`,
    inTable: 'Die Tabelle der Aufgaben hat die Zeiten.',
    one: 'Aufgabe',
    many: 'Aufgaben',
    queueWait: 'Wartezeit',
    runTime: 'Laufzeit',
    begun: (count, from, to, bad) =>
      `${tasks(count)} begonnen von ${from} bis ${to}${bad === 0 ? '' : `, davon ${bad} nicht erfolgreich`}; zu kurz, um einzeln gezeichnet zu werden`,
    overflow: (most) => `+ bis zu ${most} weitere zugleich, nicht einzeln gezeichnet`,
    heldLoop: (task, time) => `${task} hielt die Schleife ${time} fest`,
  },
  queue: {
    title: 'Aufgaben in der Warteschlange im Lauf der Zeit',
    name: 'Warteschlange',
    tasks: 'Aufg.',
    none: 'Keine Aufgabe musste so lange warten, dass es zu sehen wäre.',
    most: (count, at) => `Höchstens ${count} Aufgaben warteten zugleich, zuerst bei ${at}.`,
  },
  cores: {
    title: (count) =>
      `Beschäftigter Anteil von ${counted(count, 'Kern', 'Kernen')} im Lauf der Zeit, eine Zeile je Kern`,
    core: (core) => `Kern ${core}`,
    each: (core, share) => `Kern ${core} ${share}`,
    moreBelow: (count) => `, und ${counted(count, 'weiterer Kern', 'weitere Kerne')} in der Tabelle darunter`,
    description: (busy, samples, each) =>
      `Mittlerer beschäftigter Anteil aller Kerne ${busy}, aus ${counted(samples, 'Messwert', 'Messwerten')}; ${each}.`,
    topDown: (last) => `0–${last}, von oben`,
    mean: 'Mittel',
    least: 'kleinster',
    most: 'größter',
    one: 'Kern',
    many: 'Kerne',
    inNumbers: 'Last der Kerne in Zahlen',
    caption: 'Beschäftigter Anteil jedes Kerns während des Laufs',
    byTime: 'Nach Zeit gewichtet',
    highest: 'höchster',
    ofSample: 'Eines einzelnen Messwerts',
    legend: 'Kern:',
    busy: 'beschäftigt',
    hatched: 'nicht gemessen oder über zu kurze Zeit, um etwas zu bedeuten',
  },
  others: { name: 'andere Progr.', title: 'Kerne, die andere Programme beschäftigten,' },
  loopDelay: {
    name: 'Verzögerung',
    title: 'Wie spät die Schleife, die Aufgaben sich teilen, schlimmstenfalls war,',
  },
  ownCost: {
    name: 'Eigenaufwand',
    title: 'CPU-Zeit von Taskscope selbst (Hauptthread, Abtaster, Fenster) als Anteil eines Kerns',
  },
  systemMemory: { name: 'System belegt', title: 'Auf dem ganzen Rechner belegter Arbeitsspeicher' },
  ownMemory: {
    name: 'Taskscope',
    title: 'Arbeitsspeicher des Prozesses, der die Aufgaben ausführt, und seiner Kindprozesse,',
  },
  samplingOff:
    'Kerne und Arbeitsspeicher wurden in diesem Lauf nicht abgetastet: Das Abtasten war abgeschaltet.',
  noSample:
    'Kein Messwert von Kernen und Arbeitsspeicher wurde genommen: Der Lauf war vorbei, bevor der erste fällig war, oder der Abtaster konnte diesen Rechner nicht lesen.',
  merged: {
    all: (count) => (count === 1 ? 'Die eine Aufgabe' : `Alle ${tasks(count)}`),
    some: (merged, count) => `${merged} von ${tasks(count)}`,
    narrow: (which, isOne, leastPx) =>
      `${which} ${isOne ? 'ist' : 'sind'} hier schmaler als ${leastPx} Pixel und zusammengefasst gezeichnet, kräftiger, wo mehr von der Zeit bedeckt ist.`,
    point: 'Beim Zeigen auf eine Stelle ist zu lesen, für wie viele Aufgaben sie steht.',
  },
  legend: {
    moreGroups: (groups) => `und ${counted(groups, 'weitere Gruppe', 'weitere Gruppen')}: siehe den Plan`,
    onCpu: 'auf der CPU',
    ready: 'bereit, aber ohne Kern oder Schleife',
    suspended: 'ausgesetzt',
    ownThread: 'hat ihren Thread für sich allein',
    givesAway: 'gibt ihren Thread frei, während sie wartet',
    givesAwayOrShort: 'gibt ihren Thread frei, während sie wartet, oder zu kurz, um es zu unterscheiden',
    held: (time) => `eine Aufgabe hielt die Schleife länger als ${time} fest`,
    chain: 'kritische Kette: was die Gesamtdauer bestimmte',
    cancelled: 'abgebrochen',
    queueWait: 'Wartezeit',
    manyShort: 'viele kurze Aufgaben, nach Anteil an der Zeit',
    severalGroups: 'aus mehreren Gruppen',
    someDidNot: 'einige nicht erfolgreich',
    repeatedHues: (hues) => `Mehr Gruppen als Farben: Nach je ${hues} Gruppen beginnen die Farben von vorn.`,
  },
  chain: {
    kinds: {
      queue: 'wartete in der Warteschlange',
      dispatch: 'war auf dem Weg zu ihrem Platz',
      run: 'lief',
    },
    reasons: {
      submitted: 'nichts hielt sie vorher auf',
      'slot-was-taken': 'ihr Platz war bis dahin belegt',
      'loop-was-held': 'eine andere Aufgabe hatte bis dahin die Schleife',
    },
    said: (parts) =>
      `Die kritische Kette ist, was die Gesamtdauer bestimmte, als Linie durch die Zeitleiste gezeichnet: ${parts.join('; ')}.`,
    stretches: (stretches, time) =>
      `${counted(stretches, 'Abschnitt', 'Abschnitte')} von Aufgaben, insgesamt ${time}`,
    handingOver: (time) => `${time} für das Übergeben`,
    inQueue: (time) => `${time} in der Warteschlange vor dem ersten`,
    more: (links) => `Und ${counted(links, 'weiteres Glied', 'weitere Glieder')}.`,
    linkByLink: 'Kritische Kette, Glied für Glied',
    scrolls: 'Kritische Kette, seitlich verschiebbar',
    task: 'Aufgabe',
    did: 'tat',
    slot: 'Platz',
    from: 'ab',
    lasted: 'für',
    because: 'konnte nicht früher beginnen, denn',
  },
}
