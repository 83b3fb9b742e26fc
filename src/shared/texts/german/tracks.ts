import type { Texts } from '../texts.ts'

/** The tracks under the lanes: queue, cores, threads, memory and what is read per sample. */
export const tracks: Texts['tracks'] = {
  coresUnit: 'Kerne',
  overTime: (name, scale) => `${name} über der Zeit, Skala ${scale}`,
  queueHint: 'Aufgaben, die eingereiht sind und noch nicht begonnen haben',
  queue: 'Warteschlange',
  queueScale: (peak) => `0–${peak} Aufgaben`,
  queueLabel: (peak) => `Wartende Aufgaben über der Zeit, höchstens ${peak}`,
  waiting: 'wartend',
  coresHint: 'Anteil, zu dem jeder Kern in der Abtastung unter dem Zeiger beschäftigt war',
  tooCoarse: (interval) => `Der Uhrtakt des Systems ist zu grob für eine Spanne von ${interval}`,
  meanAfterGap: (interval) => `Mittel über ${interval}: die Abtastungen davor fehlen`,
  meanOver: (interval) => `Mittel über die Spanne dieser Abtastung von ${interval}`,
  core: (core) => `Kern ${core}`,
  cores: (count) => `${count} Kerne`,
  coreLegend:
    'Anteil, zu dem ein Kern beschäftigt war, aus den Zählern des Systems: 0 % bis 100 % seiner Zeit. Gepunktet: nicht gemessen, oder eine zu kurze Spanne für ihren Uhrtakt.',
  coresLabel: (count) =>
    `Beschäftigter Anteil von ${count} Kernen über der Zeit, eine Zeile je Kern, in der Farbe der Familie der Aufgabe, die ihn hielt`,
  mean: 'Mittel',
  least: 'kleinster',
  most: 'größter',
  allCores: (origin) => `Alle Kerne. ${origin}`,
  leastCore: (origin) => `Der am wenigsten beschäftigte Kern. ${origin}`,
  busiestCore: (origin) => `Der am meisten beschäftigte Kern. ${origin}`,
  coreColourHint:
    'Ein Kern hat die Farbe der Familie, deren Aufgabe ihn die meiste Zeit der Abtastung hielt, wie das System es für jeden Thread sagt. Grau: andere Programme, oder nicht bekannt.',
  coreColour: 'Farbe: Aufgabe',
  scaleFromAbove: 'Die Skala dieser Spur beginnt nicht bei 0',
  of: (total) => `von ${total}`,
  threadHint: (name) =>
    `Thread von ${name}: ausgefüllt, solange er auf einem Kern ist, schräge Linien, solange er bereit ist, aber keinen hat; aus der Statistik der Ablaufsteuerung des Systems, einmal je Abtastung`,
  threadsLabel: 'Threads über der Zeit, eine Zeile je Platz: Anteil auf der CPU, Anteil bereit ohne Kern',
  onCpuHint: 'Auf der CPU, Mittel über die Abtastung',
  readyHint: 'Threads, die bereit waren, aber keinen Kern hatten, im Mittel über die Abtastung',
  ready: 'bereit',
  systemUsed: 'System belegt',
  systemUsedHint:
    'Belegter Arbeitsspeicher des ganzen Rechners; die Skala ist ein Bereich um die Messwerte und beginnt nicht bei 0',
  ownMemoryHint: 'Belegter Arbeitsspeicher des Prozesses, der die Aufgaben ausführt, und seiner Kindprozesse',
  loopDelay: 'Verspätung',
  loopDelayHint:
    'Wie spät Ereignisschleifen in jeder Abtastung schlimmstenfalls waren: die Schleife, die Aufgaben ausführt (gefüllt), und die des Hauptprozesses (Linie). Jede Schleife hält fest, wie viel später als geplant ihre Zeitgeber auslösen.',
  tasksTerm: 'Aufgaben',
  taskLoopHint: 'Wie spät die Schleife, die Aufgaben ausführt, in dieser Abtastung schlimmstenfalls war',
  mainTerm: 'Haupt',
  mainLoopHint:
    'Wie spät die Schleife des Hauptprozesses in dieser Abtastung schlimmstenfalls war: Ablaufsteuerung und Aufzeichnung laufen dort',
  ownCost: 'Eigenaufwand',
  ownCostHint: (share, limit, cores) =>
    `Was Taskscope selbst verbraucht, in Prozent eines Kerns: Hauptthread, Abtaster und Fenster, aus der CPU-Zeit, die das System für sie zählt. Die gestrichelte Linie, wo die Skala bis zu ihr reicht, ist die Grenze von ${share} des Rechners: ${limit} eines Kerns bei ${cores} Kernen.`,
  ownScale: (to) => `0–${to}\u202f% Kern`,
  ownCostValue: 'Anteil eines Kerns, Mittel über diese Abtastung',
  others: 'andere',
  othersHint:
    'Kerne, die andere Programme beschäftigten: alles, was beschäftigt war, ohne die CPU-Zeit der Prozesse von Taskscope. Kerne werden in Uhrtakten gezählt, daher streuen einzelne Abtastungen.',
  othersScale: (cores) => `0–${cores} Kerne`,
  othersValue: 'Kerne, Mittel über diese Abtastung',
  frequency: 'Takt',
  frequencyHint:
    'Takt des schnellsten und des langsamsten Kerns, wie cpufreq des Systems ihn meldet; er wird seltener gelesen als der Rest.',
  mostTerm: 'größter',
  leastTerm: 'kleinster',
  fastestCore: 'Der schnellste Kern',
  slowestCore: 'Der langsamste Kern',
  temperature: 'Temperatur',
  temperatureHint:
    'Des Prozessors, aus den Thermalzonen des Systems; sie wird seltener gelesen als der Rest.',
  celsius: 'Grad Celsius',
}
