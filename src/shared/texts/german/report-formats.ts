import type { Texts } from '../texts.ts'

export const reportFormats: Texts['reportFormats'] = {
  html: {
    title: 'HTML-Bericht',
    purpose: 'Der Lauf zum Erkunden, in einer Seite, die ohne Netz funktioniert',
    openedBy: 'jeder Browser; Taskscope importiert ihn wieder',
  },
  pdf: {
    title: 'PDF-Bericht',
    purpose: 'Zusammenfassung, Befunde, Bilder und Rechner, zum Drucken oder Ablegen',
    openedBy: 'jedes PDF-Programm',
  },
  archive: {
    title: 'Taskscope-Lauf',
    purpose: 'Der Lauf, wie er aufgezeichnet wurde, um ihn anderswo zu importieren',
    openedBy: 'Taskscope',
  },
  json: {
    title: 'JSON',
    purpose: 'Zusammenfassung, Aufgaben und Messwerte als ein Dokument',
    openedBy: 'Taskscope, Skripte, jq',
  },
  csv: {
    title: 'CSV-Tabellen',
    purpose: 'Zwei Tabellen, Aufgaben und Messwerte, mit je einer Zeile',
    openedBy: 'Tabellenprogramme, pandas, R',
  },
  parquet: {
    title: 'Parquet-Tabellen',
    purpose: 'Dieselben zwei Tabellen, typisiert und kompakt, für große Läufe',
    openedBy: 'DuckDB, pandas, Polars, Spark',
  },
  trace: {
    title: 'Chrome-Trace',
    purpose: 'Aufgaben, Warteschlange, Plätze und Kerne als Spuren eines Trace-Betrachters',
    openedBy: 'Perfetto, chrome://tracing',
  },
  speedscope: {
    title: 'Speedscope-Profil',
    purpose: 'Was jeder Platz nacheinander tat, und nach Aufgaben zusammengezählt',
    openedBy: 'speedscope.app',
  },
  markdown: {
    title: 'Markdown-Zusammenfassung',
    purpose: 'Zahlen und Befunde als Text, zum Einfügen in ein Ticket oder einen Chat',
    openedBy: 'Ticketsysteme, jeder Editor',
  },
  svg: {
    title: 'SVG-Bild',
    purpose: 'Die Zeitleiste als Zeichnung, die in jeder Größe scharf bleibt',
    openedBy: 'Browser, Inkscape, Textverarbeitungen',
  },
  png: {
    title: 'PNG-Bild',
    purpose: 'Die Zeitleiste als Bild, für Folien und Nachrichten',
    openedBy: 'alles, was Bilder zeigt',
  },
  openmetrics: {
    title: 'OpenMetrics',
    purpose: 'Die Zahlen der Zusammenfassung, um sie über viele Läufe zu beobachten',
    openedBy: 'Prometheus und verträgliche Werkzeuge',
  },
}
