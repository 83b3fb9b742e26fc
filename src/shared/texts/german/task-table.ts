import { counted, countText } from '../../format.ts'
import type { Texts } from '../texts.ts'

/** The table of tasks under the picture. */
export const taskTable: Texts['taskTable'] = {
  taskTable: 'Aufgabentabelle',
  tasks: 'Aufgaben',
  none: (query) => `Keine Aufgabe hat „${query}“ im Namen.`,
  copied: (rows) => `${counted(rows, 'Zeile', 'Zeilen')} kopiert`,
  noClipboard: 'Die Zwischenablage ist nicht verfügbar',
  findPlaceholder: 'Aufgabe suchen  /',
  findLabel: 'Aufgaben nach Namen suchen',
  count: (tasks) => counted(tasks, 'Aufgabe', 'Aufgaben'),
  countOf: (found, tasks) => `${countText(found)} von ${counted(tasks, 'Aufgabe', 'Aufgaben')}`,
  copyHint: 'Die aufgeführten Zeilen als Text mit Tabulatoren kopieren',
  copy: 'Als TSV kopieren',
  columns: {
    name: 'Aufgabe',
    kind: 'Art',
    slot: 'Platz',
    state: 'Zustand',
    queuedMs: 'Eingereiht',
    queueWaitMs: 'Wartezeit',
    runTimeMs: 'Laufzeit',
    onCpuMs: 'Auf CPU',
    readyMs: 'Bereit',
    finishedMs: 'Beendet',
  },
  hints: {
    name: 'In der Reihenfolge des Plans',
    kind: 'async, blocking oder cpu',
    slot: 'Wo sie lief',
    state: 'Wie es um sie steht, oder wie sie endete',
    queuedMs: 'Wann die Ablaufsteuerung sie annahm, in Laufzeit',
    queueWaitMs: 'Gestartet minus eingereiht',
    runTimeMs: 'Beendet minus gestartet',
    onCpuMs: 'CPU-Zeit, die sie verbrauchte; ein Strich: nicht gemessen',
    readyMs:
      'Sie hätte weiterlaufen können, hatte aber keinen Kern, oder eine andere Aufgabe hatte ihre Schleife; ein Strich: nicht gemessen',
    finishedMs: 'Wann ihr Thread sie beendete, in Laufzeit',
  },
}
