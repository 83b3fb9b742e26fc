import { spawnSync } from 'node:child_process'

/** Those of our labels that tests look at. */
export type ReadLabels = Readonly<
  Partial<
    Record<
      | 'run'
      | 'preset'
      | 'strategy'
      | 'outcome'
      | 'quantile'
      | 'core'
      | 'slot'
      | 'generation'
      | 'part'
      | 'view'
      | 'entry',
      string
    >
  >
>

/** One value, as a reader that is not ours has it. */
export interface ReadSample {
  readonly name: string
  readonly labels: ReadLabels
  readonly value: number
}

/** A family of metrics likewise. */
export interface ReadFamily {
  readonly name: string
  readonly type: string
  readonly unit: string
  readonly help: string
  readonly samples: readonly ReadSample[]
}

// Debian installs the package for the system's own Python, which need not be the first in the path.
const python = process.platform === 'linux' ? '/usr/bin/python3' : 'python3'

const script = `
import json, sys
from prometheus_client.openmetrics.parser import text_string_to_metric_families
from prometheus_client.parser import text_string_to_metric_families as older
text = sys.stdin.read()
# What reads the older text format must get along with it, too.
list(older(text))
print(json.dumps([
  {'name': f.name, 'type': f.type, 'unit': f.unit, 'help': f.documentation,
   'samples': [{'name': s.name, 'labels': s.labels, 'value': s.value} for s in f.samples]}
  for f in text_string_to_metric_families(text)]))
`

/** True where Prometheus's own Python package is installed, for tests only. */
export function canReadOpenmetrics(): boolean {
  return spawnSync(python, ['-c', 'import prometheus_client.openmetrics.parser']).status === 0
}

/** OpenMetrics text read by Prometheus's Python package, which throws on whatever breaks the rules. For tests. */
export function readOpenmetrics(text: string): readonly ReadFamily[] {
  const { status, stdout, stderr } = spawnSync(python, ['-c', script], { input: text, encoding: 'utf8' })
  if (status !== 0) throw new Error(`Expected OpenMetrics text, got: ${stderr}`)
  return JSON.parse(stdout) as readonly ReadFamily[]
}
