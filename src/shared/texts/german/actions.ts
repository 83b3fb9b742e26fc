import type { Texts } from '../texts.ts'

export const actions: Texts['actions'] = {
  'open-preset': 'Vorlage öffnen…',
  import: 'Läufe importieren…',
  export: 'Exportieren…',
  settings: 'Einstellungen…',
  run: 'Starten',
  cancel: 'Abbrechen',
  'self-test': 'Was das Beobachten kostet…',
  'view-lab': 'Labor',
  'view-compare': 'Vergleich',
  'view-scaling': 'Skalierung',
  'view-runs': 'Läufe',
  fit: 'Ganzen Lauf einpassen',
  palette: 'Befehlspalette…',
  shortcuts: 'Tasten und Zeichen',
  welcome: 'Erste Schritte',
  about: 'Über Taskscope',
}
