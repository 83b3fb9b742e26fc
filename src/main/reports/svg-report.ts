import { reportSuffixes } from '#shared/model/report-format.ts'
import type { Exporter } from './exporter.ts'
import { timelineSvg } from './svg/timeline-svg.ts'

/** The timeline as a picture (SVG 1.1 with `href` and `paint-order` of SVG 2): every look as an attribute, as all programs read them. */
export const svgReport: Exporter = (run, facts) => [
  { suffix: reportSuffixes.svg[0], pieces: timelineSvg(run, facts).pieces },
]
