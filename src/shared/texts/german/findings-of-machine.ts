import { counted } from '../../format.ts'
import type { Texts } from '../texts.ts'

const used = (time: string, share: string): string =>
  `Taskscope selbst verbrauchte ${time} CPU-Zeit, ${share} des Rechners; das meiste davon`

/** “von 4 Kernen”, of what “4 Kerne” is the nominative of. */
const ofCores = (cores: string): string => cores.replace(/Kerne$/, 'Kernen')

export const machineFindings: Texts['machineFindings'] = {
  'memory-bound': {
    said: (parts) => `Der Arbeitsspeicher war knapp: ${parts.join(', und ')}.`,
    scarce: (least, share) => `der verfügbare fiel auf ${least} (${share} des ganzen)`,
    swapped: (bytes) => `die Auslagerung wuchs um ${bytes}`,
    faulted: (pages) =>
      `${counted(pages, 'Seite', 'Seiten')} ${pages === 1 ? 'musste' : 'mussten'} von der Platte gelesen werden`,
    advice:
      'Weniger Aufgaben zugleich ausführen oder kleinere, und schließen, was sonst Arbeitsspeicher belegt.',
  },
  'garbage-collection': {
    said: ({ time, onCpu, share, collections, major }) =>
      `Die Speicherbereinigung dauerte ${time}, ${onCpu === null ? '' : `davon ${onCpu} auf der CPU, `}${share} der CPU-Zeit der beteiligten Threads: ${counted(collections, 'Bereinigung', 'Bereinigungen')}, davon ${major} des ganzen Heaps.`,
    advice:
      'Die Aufgaben weniger Objekte anlegen oder weniger davon zugleich behalten lassen oder die Speichergrenze eines Threads erhöhen.',
  },
  interference: {
    others: (amount, cores, share) =>
      `Andere Programme nutzten währenddessen im Mittel ${amount} von ${ofCores(cores)} (${share}).`,
    closeOthers:
      'Schließen, was sonst rechnet, und noch einmal ausführen: Bis dahin sagen diese Zeiten ebenso viel über die anderen.',
    quota: (quota, isOne, cores) =>
      `Ein Kontingent des Systems erlaubt ${quota} ${isOne ? 'Kern' : 'Kerne'} von den ${cores}, die dieser Rechner zeigt.`,
    fewerWorkers: (workers) =>
      `Höchstens ${counted(workers, 'CPU-Worker', 'CPU-Worker')} benutzen oder das Kontingent erhöhen lassen.`,
    makeDo: 'Das Kontingent erhöhen lassen oder mit so viel auskommen.',
  },
  'frequency-drift': {
    said: (drifts, celsius) =>
      `Der Rechner wurde während des Laufs langsamer: ${drifts.join(', und ')}${celsius === null ? '' : `, bei bis zu ${celsius} °C`}.`,
    frequency: (fromMhz, toMhz, share) =>
      `die Taktfrequenz der Kerne fiel von ${fromMhz} auf ${toMhz} MHz (um ${share})`,
    slowdown: (group, early, late) =>
      `eine Aufgabe aus ${group} brauchte am Anfang ${early} CPU-Zeit und am Ende ${late} (Mediane)`,
    advice:
      'Ihn abkühlen lassen, ans Netz anschließen und noch einmal ausführen; Strategien mit Läufen vergleichen, die sich abwechseln.',
  },
  'sampler-overloaded': {
    said: (interval, late, gaps, longest) =>
      `Der Abtaster konnte seinen Takt von einem Messwert je ${interval} nicht halten: Sie kamen bis zu ${late} zu spät (p99), mit ${counted(gaps, 'Lücke', 'Lücken')} und höchstens ${longest} zwischen zweien.`,
    advice:
      'Eine niedrigere Abtastrate wählen oder einen Kern frei lassen: Die Spuren der Hardware sind hier grob.',
  },
  'taskscope-costs': {
    saturated: (share) =>
      `Taskscope selbst war der Engpass: Sein Hauptthread, der die Aufgaben übergibt, war ${share} der Zeit beschäftigt.`,
    largerTasks:
      'Weniger und größere Aufgaben einreihen: Mit diesen misst der Lauf, wie schnell sie sich übergeben lassen.',
    late: (delay, share) =>
      `Taskscopes Hauptthread, der die Aufgaben übergibt, kam bis zu ${delay} zu spät zu dem, was er zu tun hatte (Mittel der Messwerte), obwohl er nur ${share} der Zeit beschäftigt war.`,
    inTime: {
      largerTasks: 'Weniger und größere Aufgaben einreihen.',
      cpuWorkers: 'Ihm einen Kern lassen: einen CPU-Worker weniger benutzen.',
      threadLimit: 'Ihm einen Kern lassen: eine niedrigere Thread-Grenze setzen.',
      blockingThreads: 'Ihm einen Kern lassen: weniger blockierende Threads benutzen.',
      closeOthers: 'Schließen, was sonst rechnet, und noch einmal ausführen.',
    },
    used: {
      window: (time, share) => `${used(time, share)} zeichnete das Fenster.`,
      mainThread: (time, share) => `${used(time, share)} übergab Aufgaben und zeichnete sie auf.`,
      sampler: (time, share) => `${used(time, share)} nahm Messwerte.`,
    },
    less: {
      window:
        'Das Fenster während eines Laufs minimieren, denn dann zeichnet es nichts, oder von der Befehlszeile aus ausführen.',
      mainThread: 'Weniger und größere Aufgaben einreihen, wenn es hier auf so viel ankommt.',
      sampler: 'Eine niedrigere Abtastrate wählen, wenn es hier auf so viel ankommt.',
    },
  },
  'records-dropped': {
    dropped: (records) =>
      `${counted(records, 'Aufzeichnung', 'Aufzeichnungen')} ${records === 1 ? 'fand keinen Platz und fehlt' : 'fanden keinen Platz und fehlen'}: Die Zahlen dieses Laufs sind unvollständig.`,
    again: 'Noch einmal ausführen, mit größeren Aufgaben oder weniger zugleich.',
    leftOut: (stretches) =>
      `${counted(stretches, 'Abschnitt', 'Abschnitte')} der Zeit von Aufgaben ${stretches === 1 ? 'ist' : 'sind'} nicht gezeichnet, weil es zu viele waren; die Summen der Aufgaben enthalten alle.`,
    nothingToDo: 'Es ist nichts zu tun, außer das Bild der letzten Aufgaben ist wichtig.',
  },
}
