import type { Texts } from '../texts.ts'

/** Small parts that several views share. */
export const parts: Texts['parts'] = {
  policies: {
    fifo: 'wie eingereicht',
    priority: 'nach Vorrang',
    'shortest-first': 'kürzeste zuerst',
    'longest-first': 'längste zuerst',
  },
  justNow: 'gerade eben',
  accountViews: {
    wall: 'Wanduhr',
    slots: 'Plätze',
    cores: 'Kerne',
  },
  export: (format) => `${format} exportieren`,
  experiments: {
    comparison: {
      group: 'Den Vergleich exportieren',
      json: 'Den Vergleich als Daten sichern',
      html: 'Den Vergleich als Seite sichern, die jeder öffnen kann',
      csv: 'Eine Tabelle mit einer Zeile je Lauf sichern',
      kept: (problem) =>
        `${problem} Solche Läufe lassen sich hier öffnen, bis der nächste Vergleich beginnt oder Taskscope geschlossen wird.`,
    },
    sweep: {
      group: 'Die Messreihe exportieren',
      json: 'Die Messreihe als Daten sichern',
      html: 'Die Messreihe als Seite sichern, die jeder öffnen kann',
      csv: 'Eine Tabelle mit einer Zeile je Lauf sichern',
      kept: (problem) =>
        `${problem} Solche Läufe lassen sich hier öffnen, bis die nächste Messreihe beginnt oder Taskscope geschlossen wird.`,
    },
  },
  theme: 'Farbschema',
  themes: {
    system: 'System',
    light: 'Hell',
    dark: 'Dunkel',
  },
  views: 'Ansichten',
  underWay: 'im Gange',
  tabs: {
    lab: 'Labor',
    compare: 'Vergleich',
    scaling: 'Skalierung',
    runs: 'Läufe',
  },
  tabHints: {
    lab: (keys) => `Eine Vorlage ausführen und sehen, wohin ihre Zeit ging (${keys})`,
    compare: (keys) => `Strategien fair vergleichen (${keys})`,
    scaling: (keys) => `Die richtige Größe finden (${keys})`,
    runs: (keys) => `Jeden gespeicherten Lauf wiederfinden (${keys})`,
  },
}
