import type { Texts } from '../texts.ts'

/** Compare, while there is nothing to show. */
export const emptyCompare: Texts['emptyCompare'] = {
  failedHint: (keys) =>
    `Bis dahin war kein Lauf gemessen. Mit {${keys}} oder „Vergleichen“ ein neuer Versuch.`,
  cancelled: 'Abgebrochen, bevor der erste gemessene Lauf vorüber war',
  cancelledHint: (keys) =>
    `Es gibt nichts zu vergleichen, und ein früheres Ergebnis wurde mit dem Beginn dieses Vergleichs aufgegeben. Mit {${keys}} oder „Vergleichen“ beginnt ein neuer.`,
  nothing: 'Noch nichts wurde verglichen',
  steps: {
    variants: 'Zwei oder mehr Varianten ankreuzen: Strategien, unter „Mehr“ auch mit eigenen Größen.',
    start: (keys) =>
      `{${keys}} oder „Vergleichen“ drücken. Die Varianten laufen im Wechsel, jede mehrmals; die Antwort, ihre Sicherheit und die Zeitleisten erscheinen hier.`,
  },
  savedHint:
    'Läufe, die als JSON gesichert wurden, hier oder auf einem anderen Rechner, vergleicht „Gespeicherte Läufe vergleichen“.',
}
