import { counted } from '../../format.ts'
import type { Texts } from '../texts.ts'

type SizeFindings = Texts['sizeFindings']
type ToldBound = Parameters<SizeFindings['nothing-to-improve']['flawless']>[0]

const bindings: Readonly<Record<ToldBound['binding'], string>> = {
  cores: 'seine auf die Kerne verteilte CPU-Zeit',
  'longest-task': 'seine längste einzelne Aufgabe',
}

const took = ({ makespan, ratio, ideal, binding }: ToldBound): string =>
  `Der Lauf dauerte ${makespan}, das ${ratio}-Fache des Möglichen (${ideal}, bestimmt durch ${bindings[binding]})`

const saving = (gain: string | null): string => (gain === null ? '' : `, was etwa ${gain} sparen würde`)

/** “von 4 Kernen”, of what “4 Kerne” is the nominative of. */
const ofCores = (cores: string): string => cores.replace(/Kerne$/, 'Kernen')

export const sizeFindings: SizeFindings = {
  'over-subscription': {
    said: ({ threads, cores, perCore, share, ready, slowdown }) =>
      `${counted(threads, 'Thread', 'Threads')} stritten sich um ${cores}, im Mittel ${perCore} um jeden: Während ${share} der Zeit, in der Aufgaben hätten rechnen können, insgesamt ${ready}, hatten sie keinen Kern, sodass das Rechnen das ${slowdown}-Fache seiner CPU-Zeit brauchte.`,
    hybrid: 'Die Strategie Hybrid wählen, die mit einem Thread je Kern rechnet.',
    hybridOrLimit: (limit) =>
      `Die Strategie Hybrid wählen, die mit einem Thread je Kern rechnet, oder die Thread-Grenze auf ${limit} setzen.`,
    fewerWorkers: (workers) =>
      `CPU-Worker auf ${workers} setzen: Eine rechnende Aufgabe gewinnt nichts durch einen Thread, der keinen Kern hat.`,
    cpuInProcesses: 'Die rechnenden Aufgaben zur Art cpu machen: Die rechnet ein Prozess je Kern.',
    cpuInThreads:
      'Die rechnenden Aufgaben zur Art cpu machen: Die führt die Strategie Hybrid mit einem Thread je Kern aus.',
  },
  'under-use': {
    said: (share, slot, places, used, cores) =>
      `Während ${share} der Gesamtdauer warteten Aufgaben auf ${slot} (${places}), obwohl der Lauf nur ${used} von ${ofCores(cores)} nutzte.`,
    places: {
      onLoop: (places) =>
        places === 1
          ? 'der einzige Platz war belegt'
          : `alle ${counted(places, 'Platz', 'Plätze')} waren belegt`,
      one: 'es gibt nur einen',
      all: (slots) => `alle ${slots} waren belegt`,
    },
    otherStrategy:
      'Eine andere Strategie wählen: Diese führt eine Aufgabe nach der anderen aus, damit die anderen an ihr gemessen werden können.',
    enlarge: {
      cpuWorkers: (to, gain) => `CPU-Worker auf ${to} setzen${saving(gain)}.`,
      blockingThreads: (to, gain) => `Blockierende Threads auf ${to} setzen${saving(gain)}.`,
      threadLimit: (to, gain) => `Die Thread-Grenze auf ${to} setzen${saving(gain)}.`,
      loopConcurrency: (to, gain) => `Die Aufgaben auf der Schleife auf ${to} setzen${saving(gain)}.`,
    },
  },
  'serialised-by-one-slot': {
    said: ({ tasks, slot, share, others, othersShare }) =>
      `${counted(tasks, 'Aufgabe', 'Aufgaben')} gingen durch ${slot}; dieser Platz war ${share} der Gesamtdauer belegt, ${others === 1 ? 'der andere' : `die anderen ${others}`} im Mittel ${othersShare}.`,
    advice: {
      cpu: 'Die Zahl der CPU-Worker erhöhen.',
      processes: 'Die Zahl der CPU-Worker erhöhen.',
      blocking: 'Die Zahl der blockierenden Threads erhöhen.',
      threads: 'Die Thread-Grenze erhöhen.',
      loop: 'Ihre rechnenden Aufgaben zur Art cpu und ihre blockierenden zur Art blocking machen und die Strategie Hybrid wählen.',
      'main-line': 'Eine andere Strategie als Nacheinander wählen.',
    },
  },
  'start-up-dominates': {
    preparation: (preparation, makespan) =>
      `Die Vorbereitung (Threads oder Prozesse starten, abstimmen) dauerte ${preparation}, die Aufgaben selbst ${makespan}.`,
    lead: (lead, share) =>
      `Die erste Aufgabe startete ${lead} nach dem ersten Einreihen: Bis dahin waren ${share} der Gesamtdauer vergangen.`,
    hybrid:
      'Die Strategie Hybrid wählen, deren Threads schneller starten als Prozesse, oder jedem Start mehr Arbeit geben.',
    againOrFewer:
      'Noch einmal ausführen, da Threads von Lauf zu Lauf behalten werden, weniger davon starten oder jedem Start mehr Arbeit geben.',
    again:
      'Noch einmal ausführen, da Threads von Lauf zu Lauf behalten werden, oder jedem Start mehr Arbeit geben.',
    fewerThreads: 'Weniger Threads oder Prozesse starten oder weniger und größere Aufgaben einreihen.',
    largerTasks: 'Weniger und größere Aufgaben einreihen.',
  },
  'nothing-to-improve': {
    unknown: (makespan) =>
      `Der Lauf dauerte ${makespan}; wie lange er mindestens hätte dauern müssen, ist nicht bekannt.`,
    flawless: (bound) => `${took(bound)}: Keine anderen Einstellungen machen seine Gesamtdauer viel kürzer.`,
    flawlessButPreparation: (bound, preparation) =>
      `${took(bound)}, aber die Vorbereitung dauerte weitere ${preparation}.`,
    flawlessButNoCore: (bound, share) =>
      `${took(bound)}, aber während ${share} der Zeit, in der seine Threads hätten rechnen können, hatten sie keinen Kern.`,
    noSingleCause: (bound) => `${took(bound)}; keine einzelne Ursache des Unterschieds sticht hervor.`,
    advice: 'Der gestapelte Balken der Zeit des Laufs sagt, wohin der Rest ging.',
  },
}
