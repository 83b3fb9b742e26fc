import type { Texts } from '../texts.ts'

export const workloads: Texts['workloads'] = {
  'sqrt-loop': {
    title: 'Quadratwurzeln',
    summary: 'Summiert Quadratwurzeln in einer Schleife: das compute_some des Artikels.',
    parameters: {
      iterations: 'Feste Arbeit: wie viele Wurzeln summiert werden.',
      targetMs: 'Abgestimmte Arbeit: so viele Wurzeln, wie dieser Rechner in dieser Zeit summiert.',
    },
  },
  'prime-count': {
    title: 'Primzahlen',
    summary: 'Zählt die Primzahlen unterhalb einer Grenze mit einem Sieb.',
    parameters: { limit: 'Zählt die Primzahlen unterhalb davon.' },
  },
  'matrix-multiply': {
    title: 'Matrixprodukt',
    summary: 'Multipliziert zwei quadratische Matrizen aus Gleitkommazahlen.',
    parameters: { size: 'Zeilen und Spalten jeder Matrix.' },
  },
  'hash-chain': {
    title: 'Hashkette',
    summary: 'Bildet immer wieder den Hash eines Hashs (SHA-256).',
    parameters: { rounds: 'Wie viele Hashs, jeder vom vorigen.' },
  },
  mandelbrot: {
    title: 'Mandelbrot-Menge',
    summary: 'Iteriert die Punkte eines Bildes der Mandelbrot-Menge.',
    parameters: {
      size: 'Breite und Höhe des Bildes.',
      maxIterations: 'Höchstzahl der Iterationen je Punkt.',
    },
  },
  sort: {
    title: 'Sortieren',
    summary: 'Sortiert Zufallszahlen.',
    parameters: { length: 'Wie viele Zahlen.' },
  },
  gzip: {
    title: 'Packen (gzip)',
    summary: 'Komprimiert textähnliche Daten und entpackt sie wieder.',
    parameters: { kilobytes: 'Umfang der Daten.' },
  },
  'json-parse': {
    title: 'JSON lesen',
    summary: 'Schreibt ein JSON-Dokument und liest es wieder.',
    parameters: { items: 'Objekte im Dokument.' },
  },
  wait: {
    title: 'Warten',
    summary: 'Schläft einige Male, ein Schlaf nach dem anderen.',
    parameters: { count: 'Wie viele Male.', ms: 'Länge jedes Schlafs.' },
  },
  download: {
    title: 'Herunterladen',
    summary: 'Lädt Daten über HTTP, vom eingebauten Server, wenn keine Adresse angegeben ist.',
    parameters: {
      kilobytes: 'Umfang der Daten.',
      latencyMs: 'Zeit bis zum ersten Byte.',
      jitterMs: 'Zufällige zusätzliche Latenz mit Startwert, von 0 bis hierher.',
      kilobytesPerSecond: 'Bandbreite der Antwort; 0: so schnell es geht.',
      url: 'Eine echte Adresse anstelle des eingebauten Servers.',
    },
  },
  'file-io': {
    title: 'Dateien',
    summary: 'Schreibt Dateien in einen temporären Ordner, liest sie wieder und löscht sie.',
    parameters: { files: 'Wie viele Dateien.', kilobytes: 'Umfang jeder Datei.' },
  },
  allocate: {
    title: 'Speicher belegen',
    summary: 'Belegt Arbeitsspeicher, berührt jede Seite davon und hält ihn eine Weile.',
    parameters: {
      megabytes: 'Wie viel Arbeitsspeicher.',
      holdMs: 'Wie lange er gehalten wird.',
      where: 'Rohe Puffer oder Objekte auf dem Heap von JavaScript, der eine Grenze hat.',
    },
  },
  'no-op': {
    title: 'Nichts',
    summary: 'Kehrt sofort zurück: Übrig bleibt, was das Übergeben kostet.',
    parameters: {},
  },
  'throw-error': { title: 'Fehler werfen', summary: 'Wirft einen Fehler.', parameters: {} },
  'exit-thread': {
    title: 'Thread beenden',
    summary: 'Beendet mitten in der Aufgabe den eigenen Thread oder Prozess.',
    parameters: { exitCode: 'Der Rückgabewert.' },
  },
}

export const parameterUnits: Texts['parameterUnits'] = {
  iterations: 'Iterationen',
  rows: 'Zeilen',
  rounds: 'Runden',
  numbers: 'Zahlen',
  items: 'Objekte',
  sleeps: 'Male',
  files: 'Dateien',
}
