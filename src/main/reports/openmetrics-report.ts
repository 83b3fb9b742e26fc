import { reportSuffixes } from '#shared/model/report-format.ts'
import type { Run } from '#shared/model/run.ts'
import type { ExportFacts, Exporter } from './exporter.ts'
import { plainText } from './html/plain-text.ts'
import { familyText, type Labels, type MetricFamily } from './openmetrics/metric-family.ts'
import { summaryFamilies } from './openmetrics/summary-families.ts'

/** What the run is, as labels of a metric that is always 1: so that no figure has to carry it. */
function runFamily({ header, phase }: Run, { taskscope }: ExportFacts): MetricFamily {
  const { environment } = header
  const labels: Labels = {
    title: plainText(header.preset.title),
    ending: phase.kind,
    taskscope,
    cpu: plainText(environment.cpuModel),
    cores: String(environment.cores),
    system: plainText(environment.operatingSystem),
  }
  // Not of the type `info`: those who read the older text format of Prometheus do not know it.
  return { name: 'run', type: 'gauge', help: 'The run; always 1.', samples: [{ labels, value: 1 }] }
}

function* openmetricsText(run: Run, facts: ExportFacts): Generator<string> {
  const { id, preset, strategy } = run.header
  const common: Labels = { run: id, preset: plainText(preset.id), strategy }
  yield familyText(runFamily(run, facts), common)
  for (const family of summaryFamilies(run)) yield familyText(family, common)
  yield '# EOF\n'
}

/**
 * The run's summary as OpenMetrics text, version 1.0, in base units and without timestamps, with its id, preset and strategy as labels of every
 * metric. What is not known is left out. Also fit for what reads Prometheus's text format, such as collectors of text files.
 */
export const openmetricsReport: Exporter = (run, facts) => [
  { suffix: reportSuffixes.openmetrics[0], pieces: openmetricsText(run, facts) },
]
