import type { Texts } from '../texts.ts'

export const about: Texts['about'] = {
  title: 'Über Taskscope',
  what: 'Ein Oszilloskop für nebenläufige Arbeit: Es führt Vorlagen von Aufgaben aus, tastet dabei jeden Kern ab und sagt, wo die Zeit geblieben ist.',
  system: 'System',
  licence: 'Lizenz',
  licenceText: 'MIT-Lizenz, ohne jede Gewährleistung.',
  fallback: 'Auf einer älteren Laufzeitumgebung gebaut, nur für Entwicklung und Tests.',
  privacy:
    'Taskscope stellt von sich aus keine Verbindung her: keine Suche nach neuen Versionen, keine Telemetrie. Läufe bleiben auf diesem Rechner.',
  notices: 'Hinweise zur enthaltenen Software',
  noNotices: 'Die Hinweise liegen dem installierten Paket bei.',
  copy: 'Versionen kopieren',
  copied: 'Kopiert',
  notRead: (why) => `Die Versionen ließen sich nicht lesen: ${why}`,
}
