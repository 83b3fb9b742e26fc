import { counted, countText } from '../../format.ts'
import type { Texts } from '../texts.ts'

const tasks = (count: number): string => counted(count, 'Aufgabe', 'Aufgaben')
/** “3 Aufgaben hatten”, “1 Aufgabe hatte” */
const byCount = (count: number, one: string, many: string): string => (count === 1 ? one : many)

/** “von 4 Kernen”, of what “4 Kerne” is the nominative of. */
const ofCores = (cores: string): string => cores.replace(/Kerne$/, 'Kernen')

export const taskFindings: Texts['taskFindings'] = {
  'loop-blocked': {
    said: ({ task, time, others, all }) => {
      const sum =
        all === null
          ? ''
          : `; ${counted(all.count, 'solcher Abschnitt', 'solche Abschnitte')} ergeben zusammen ${all.time}`
      return `${task} hielt die Ereignisschleife ${time} am Stück fest, während dort ${counted(others, 'andere Aufgabe', 'andere Aufgaben')} warten ${byCount(others, 'musste', 'mussten')}${sum}.`
    },
    cutIt:
      'Die Rechnung in Stücke teilen, die die Schleife dazwischen freigeben, oder die Aufgabe zur Art cpu machen, die die Strategie Hybrid anderswo ausführt.',
    hybrid:
      'Die Strategie Hybrid wählen, die rechnende und blockierende Aufgaben auf eigenen Threads ausführt.',
  },
  'async-in-name-only': {
    said: (share, parts) =>
      `Die Ereignisschleife wurde während ${share} der Gesamtdauer nicht geteilt: ${parts.join(', und ')}.`,
    computed: (count, time) => `${tasks(count)} ${byCount(count, 'rechnete', 'rechneten')} (${time})`,
    computedAsAsync: (count, time) =>
      `${tasks(count)} ${byCount(count, 'rechnete', 'rechneten')} unter dem Namen async (${time})`,
    waited: (count, time) =>
      `${tasks(count)} ${byCount(count, 'wartete', 'warteten')}, ohne sie freizugeben (${time})`,
    cpuAndHybrid:
      'Diese Aufgaben zur Art cpu machen und die Strategie Hybrid wählen, die sie auf eigenen Threads ausführt.',
    hybrid:
      'Die Strategie Hybrid wählen: Die Schleife behält die Aufgaben, die warten, ohne sie festzuhalten, alle anderen bekommen Threads.',
    cpuInProcesses: 'Diese Aufgaben zur Art cpu machen: Dann laufen sie in eigenen Prozessen.',
    cpuInThreads:
      'Diese Aufgaben zur Art cpu machen: Dann führt die Strategie Hybrid sie auf eigenen Threads aus.',
  },
  'workers-cannot-help': {
    said: ({ timers, inputOutput, used, cores, longest }) => {
      const waits = [
        ...(timers === null ? [] : [`${timers} ihrer Laufzeit auf Zeitgeber`]),
        ...(inputOutput === null ? [] : [`${inputOutput} ihrer Laufzeit auf Ein- und Ausgabe`]),
      ]
      return `Aufgaben warteten ${waits.join(' und ')} und kaum je auf einen Platz; der Lauf nutzte ${used} von ${ofCores(cores)}, und die längste Wartezeit in einer Aufgabe war ${longest}.`
    },
    advice:
      'Mehr Worker oder Kerne ließen die Gesamtdauer, wie sie ist: das Warten verkürzen oder in einer Aufgabe seltener hintereinander warten.',
  },
  'tasks-too-small': {
    said: (count, runTime, handingOver, share) =>
      `${countText(count)} Aufgaben liefen im Mittel je ${runTime}, aber jede zu übergeben dauerte ${handingOver}: ${share} der Zeit der Plätze.`,
    advice:
      'Mehr Arbeit in jede Aufgabe legen: Etwa ab einer Millisekunde ist das Übergeben nur ein kleiner Teil.',
  },
  straggler: {
    said: ({ task, runTime, alone, share, others }) =>
      `${task} lief ${runTime}, und während ${alone} davon (${share} der Gesamtdauer) war sie die Letzte: Die ${others === 1 ? 'andere Aufgabe hatte' : `anderen ${tasks(others)} hatten`} schon geendet.`,
    startFirst: (began) =>
      `Sie zuerst starten, mit der Startreihenfolge „longest-first“ oder durch früheres Einreichen: Sie begann erst nach ${began}.`,
    split:
      'Sie in kleinere Aufgaben teilen: Keine andere Änderung macht den Lauf kürzer als diese eine Aufgabe.',
  },
  'poor-order': {
    said: (saved, share, asItWas, changed) =>
      `Die längsten Aufgaben zuerst zu starten hätte etwa ${saved} gespart (${share}): Nachgespielt dauern diese Aufgaben in der benutzten Reihenfolge ${asItWas}, in jener ${changed}.`,
    policy: 'Die Startreihenfolge „longest-first“ wählen oder die langen Aufgaben vor den kurzen einreichen.',
    submit:
      'Die langen Aufgaben vor den kurzen einreichen, wo sie zu unterscheiden sind: Für die Startreihenfolgen, die nach Schätzungen gehen, sind sie gleich.',
  },
  starvation: {
    said: ({ task, wait, slot, passedBy, theirs }) =>
      `${task} wartete ${wait} auf ${slot}, während ${tasks(passedBy)}, die nach ihr ${byCount(passedBy, 'kam', 'kamen')}, zuerst an die Reihe ${byCount(passedBy, 'kam', 'kamen')} und ${theirs} ${byCount(passedBy, 'wartete', 'warteten')} (Median).`,
    ownExecutor: 'Ihr einen eigenen Ausführer geben, durch eine andere Art oder Strategie.',
    fifo: 'Die Startreihenfolge „fifo“ wählen, in der niemand überholt wird, oder ihre Priorität erhöhen.',
  },
  standstill: {
    said: (silent, held, waiting, slot) =>
      `${silent} lang ging nichts voran, bis der Lauf gestoppt wurde: ${tasks(held)} ${byCount(held, 'belegte', 'belegten')} alle Plätze, ohne etwas zu tun, während ${counted(waiting, 'andere', 'andere')} auf ${slot} ${byCount(waiting, 'wartete', 'warteten')}.`,
    advice:
      'Eine Aufgabe darf nicht auf eine warten, die einen Platz desselben Pools braucht: den beiden verschiedene Ausführer geben oder dem Pool mehr Plätze als wartende Aufgaben.',
  },
}
