import type { Texts } from '../texts.ts'

/** The interactive view of a run inside an HTML report. */
export const viewer: Texts['viewer'] = {
  about: 'Über diesen Lauf',
  note: 'Notiz',
  under: (strategy) => `unter „${strategy}“`,
  documentHint: 'Derselbe Bericht als Seite zum Lesen und Drucken',
  showDocument: 'Als Dokument zeigen',
  interactive: 'Interaktive Ansicht',
  opening: 'Die interaktive Ansicht wird geöffnet…',
  failed: (why) =>
    `Die interaktive Ansicht ließ sich nicht öffnen: ${why}. Der Bericht darunter ist auch ohne sie vollständig.`,
  facts: {
    started: 'gestartet',
    startOrder: 'Startreihenfolge',
    preset: 'Vorlage',
    run: 'Lauf',
  },
  noLimit: 'keine Grenze',
  option: (label) => label,
}
