import type { Texts } from '../texts.ts'

type ComparisonWords = Texts['comparisonWords']

const columns: ComparisonWords['columns'] = {
  variant: {
    label: 'Variante',
    definition:
      'Eine Strategie mit ihren Größen. Die Basis ist die Variante, mit der die anderen verglichen werden.',
  },
  makespan: {
    label: 'Gesamtdauer',
    definition:
      'Vom Einreihen der ersten Aufgabe bis zum Ende der letzten: Median über die Läufe mit seinem 95-%-Bootstrap-Intervall.',
  },
  ratio: {
    label: 'zur Basis',
    definition:
      'Gesamtdauer / die der Basis, mit 95-%-Intervall: unter 1 ist schneller. Läufe eines Durchgangs werden miteinander verglichen; gespeicherte Läufe, die keine Durchgänge haben, als Gruppen.',
  },
  verdict: {
    label: 'Urteil',
    definition:
      'Schneller oder langsamer, wo das Intervall des Verhältnisses die 1 nicht enthält; nicht unterscheidbar, wo es sie enthält.',
  },
  spread: {
    label: 'Streuung',
    definition:
      'Mittlere absolute Abweichung der Gesamtdauern vom Median, mal 1,4826: vergleichbar mit einer Standardabweichung, aber ein einzelner Ausreißer bewegt sie nicht.',
  },
  'queue-wait': {
    label: 'Wartezeit',
    definition: 'Gestartet minus eingereiht, der mittleren Aufgabe (p50): Median über die Läufe.',
  },
  'cores-busy': {
    label: 'Kerne beschäftigt',
    definition:
      'Beschäftigter Anteil aller Kerne des Rechners, was immer sie beschäftigte, nach Zeit gewichtet: Median über die Läufe.',
  },
  'cpu-time': {
    label: 'CPU-Zeit',
    definition: 'CPU-Zeit aller Aufgaben zusammen: Median über die Läufe.',
  },
  'peak-memory': {
    label: 'Speicherspitze',
    definition:
      'Höchster Messwert des Arbeitsspeichers des Prozesses, der die Aufgaben ausführte, und seiner Kindprozesse: Median über die Läufe.',
  },
  'own-cost': {
    label: 'Eigenaufwand',
    definition:
      'Taskscopes eigener Anteil am Rechner, während die Aufgaben liefen: Hauptthread, Abtaster und Fenster. Median über die Läufe.',
  },
  ideal: {
    label: 'zum Ideal',
    definition:
      'Gesamtdauer / ideale Untergrenze, die kürzeste Zeit, in der diese Arbeit hier zu schaffen wäre: Median über die Läufe.',
  },
  failures: {
    label: 'Fehlschläge',
    definition: 'Aufgaben, die nicht erfolgreich waren, über alle Läufe.',
  },
}

const verdicts: ComparisonWords['verdicts'] = {
  baseline: { label: 'Basis', definition: 'Mit dieser werden die anderen verglichen.' },
  faster: { label: 'schneller', definition: 'Das ganze Intervall des Verhältnisses liegt unter 1.' },
  slower: { label: 'langsamer', definition: 'Das ganze Intervall des Verhältnisses liegt über 1.' },
  'not-distinguishable': {
    label: 'nicht unterscheidbar',
    definition:
      'Das Intervall des Verhältnisses enthält 1: Die Läufe sähen auch ohne jeden Unterschied so aus.',
  },
  'too-few': { label: 'zu wenige Läufe', definition: 'Für ein Intervall gibt es zu wenige Läufe.' },
  'not-comparable': {
    label: 'nicht vergleichbar',
    definition: 'Die Varianten taten nicht dieselbe Arbeit, also wird nichts über ihr Tempo gesagt.',
  },
}

const checks: ComparisonWords['checks'] = {
  'same-work': {
    label: 'dieselbe Arbeit',
    definition:
      'Jeder Lauf jeder Variante hatte dieselben Aufgaben zu tun, und seine Aufgaben ergaben dasselbe.',
  },
  'all-succeeded': {
    label: 'alle Aufgaben erfolgreich',
    definition: 'Keine Aufgabe schlug fehl, wurde gestoppt oder abgebrochen.',
  },
  environment: {
    label: 'dieselbe Umgebung',
    definition: 'Rechner, System und Laufzeitumgebung waren für alle Läufe gleich, auch Strom und Last.',
  },
  drift: {
    label: 'keine Drift',
    definition: 'Die Gesamtdauern steigen und fallen nicht über die Sitzung (ein Test auf einen Trend).',
  },
  'first-run': {
    label: 'kein Einfluss des ersten Laufs',
    definition: 'Die ersten gemessenen Läufe sind wie die danach: Die Aufwärmläufe reichten.',
  },
  interference: {
    label: 'keine Störung',
    definition: 'Andere Programme beschäftigten keine Kerne, während Aufgaben liefen.',
  },
  disturbance: {
    label: 'Rechner wach und kühl',
    definition:
      'Der Rechner schlief nicht und bremste seinen Prozessor nicht wegen Hitze, während Aufgaben liefen.',
  },
  complete: { label: 'vollständig', definition: 'Alle verlangten Läufe wurden gemacht.' },
}

const checkLevels: ComparisonWords['checkLevels'] = {
  ok: { label: 'Bestanden', definition: 'Nichts einzuwenden.' },
  note: { label: 'Hinweis', definition: 'Wissenswert.' },
  warning: { label: 'Warnung', definition: 'Die Urteile können falsch sein.' },
  error: { label: 'Fehler', definition: 'Über das Tempo wird nichts gesagt.' },
}

export const comparisonWords: ComparisonWords = { columns, verdicts, checks, checkLevels }
