/** What a family's unit may be: OpenMetrics wants base units. */
export type MetricUnit = 'seconds' | 'bytes' | 'ratio' | 'hertz'

/** Names of labels and their values. */
export type Labels = Readonly<Record<string, string>>

export interface Sample {
  readonly labels: Labels
  /** Null or NaN: not known, and left out. */
  readonly value: number | null
}

/** Readings of one kind. */
export interface MetricFamily {
  /** Without the prefix; ends with its unit, where it has one. */
  readonly name: string
  /** gauge: a value by itself. summary: quantiles, by the label `quantile`. */
  readonly type: 'gauge' | 'summary'
  readonly unit?: MetricUnit
  readonly help: string
  readonly samples: readonly Sample[]
}

/** Before all names, so that they are nobody else's. */
const prefix = 'taskscope_'

/** In label values and help texts: backslash, quotation mark and line feed (OpenMetrics 1.0, "Escaping"). */
function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')
}

function labelsText(labels: Labels): string {
  const parts = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`)
  return parts.length === 0 ? '' : `{${parts.join(',')}}`
}

/** A family as OpenMetrics text: its metadata and a line for each value that is known; empty where none is. `common` labels go with all. */
export function familyText({ name, type, unit, help, samples }: MetricFamily, common: Labels): string {
  const lines = samples.flatMap(({ labels, value }) =>
    value === null || !Number.isFinite(value)
      ? []
      : [`${prefix}${name}${labelsText({ ...common, ...labels })} ${value}\n`],
  )
  if (lines.length === 0) return ''
  const full = `${prefix}${name}`
  const unitLine = unit === undefined ? '' : `# UNIT ${full} ${unit}\n`
  return `# TYPE ${full} ${type}\n${unitLine}# HELP ${full} ${escaped(help)}\n${lines.join('')}`
}
