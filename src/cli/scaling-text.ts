import { texts } from '#shared/texts/texts.ts'
import {
  countText,
  counted,
  durationFigure,
  percentFigure,
  rateFigure,
  ratioText,
  type Figure,
} from '#shared/format.ts'
import type { ExperimentOutline } from '#shared/model/experiment-state.ts'
import type { Interval } from '#shared/model/estimate.ts'
import type { LawFit, LawParameter, Scaling } from '#shared/model/scaling.ts'
import { intervalText } from '#shared/words/comparison-words.ts'
import {
  lawParameterWords,
  scalingLawWords,
  sizeValueText,
  sweptSizeWords,
} from '#shared/words/scaling-words.ts'
import { checkLines } from './checks-text.ts'
import { dotStrip, stripLegend } from './dot-strip.ts'
import { durationText, percentText, plainFigure, withPlainSpaces } from './plain-figure.ts'
import { textTable } from './text-table.ts'
import { hangingLines, wrapText } from './wrap-text.ts'

const bareRatio = (ratio: number): Figure => ({ value: ratioText(ratio).slice(1), unit: '' })

function interval(bounds: Interval | null, toFigure: (value: number) => Figure): string {
  return bounds === null ? '' : withPlainSpaces(intervalText(bounds, toFigure))
}

function titleLine(scaling: Scaling, { repeats, warmUps }: ExperimentOutline): string {
  const { presetTitle, presetId, strategy, size, isComplete } = scaling
  const what = `${presetTitle} (${presetId}) under ${texts().strategies[strategy].title.toLowerCase()}`
  const how = `${counted(repeats, 'run')} each, interleaved, after ${counted(warmUps, 'warm-up')}`
  return `${what} against ${sweptSizeWords[size].label}, ${how}${isComplete ? '' : ' — partial'}`
}

/** Marks what the answer is about. */
function markOf({ knee, bestSize }: Scaling, size: number): string {
  return [...(knee?.size === size ? ['knee'] : []), ...(bestSize === size ? ['best'] : [])].join(', ')
}

function pointTable(scaling: Scaling): string[] {
  const right = (title: string) => ({ title, isRight: true })
  return textTable(
    [
      ...[sweptSizeWords[scaling.size].label, 'makespan', '95 % interval', 'throughput', '95 % interval'].map(
        right,
      ),
      ...['speed-up', '95 % interval'].map(right),
      { title: '' },
    ],
    scaling.points.map(({ size, makespanMs, throughputPerSecond, speedUp }) => [
      sizeValueText(scaling.size, size),
      durationText(makespanMs.value),
      interval(makespanMs.interval, durationFigure),
      plainFigure(rateFigure(throughputPerSecond.value)),
      interval(throughputPerSecond.interval, rateFigure),
      ratioText(speedUp.value),
      interval(speedUp.interval, bareRatio),
      markOf(scaling, size),
    ]),
  )
}

function strip({ size, points }: Scaling): string[] {
  const width = Math.max(...points.map((point) => countText(point.size).length))
  const lines = dotStrip(
    points.map((point) => ({
      label: `${size}=${countText(point.size).padStart(width)}`,
      values: point.makespansMs,
      estimate: point.makespanMs,
    })),
    durationText,
  )
  return lines.length === 0 ? [] : [...lines, stripLegend]
}

function parameterText({ name, value, interval: bounds }: LawParameter): string {
  const toFigure = name === 'lambda' ? rateFigure : percentFigure
  const text = `${lawParameterWords[name].label} ${plainFigure(toFigure(value))}`
  return bounds === null ? text : `${text} [${interval(bounds, toFigure)}]`
}

/** A law that could not be fitted has no parameters: its sentence says why. */
function lawLines({ law, parameters, meanMiss, fits, sentence }: LawFit): string[] {
  const title = scalingLawWords[law].label
  const figures = [...parameters.map(parameterText), `mean miss ${percentText(meanMiss)}`].join(', ')
  const head = parameters.length === 0 ? title : `${title}${fits ? '' : ', which does not fit'}: ${figures}`
  return [...hangingLines('  ', head), ...hangingLines('    ', withPlainSpaces(sentence))]
}

/** What `taskscope sweep` prints of a sweep, as lines of at most 120 characters. */
export function scalingLines(scaling: Scaling, outline: ExperimentOutline): string[] {
  const checks = checkLines(scaling.checks)
  return [
    ...wrapText(titleLine(scaling, outline)),
    ...(checks.length === 0 ? [] : ['checks', ...checks]),
    ...(scaling.points.length === 0 ? [] : pointTable(scaling)),
    ...(scaling.points.length === 0 ? [] : ['makespans of all runs', ...strip(scaling)]),
    ...(scaling.fits.length === 0 ? [] : ['scaling laws', ...scaling.fits.flatMap(lawLines)]),
    ...wrapText(withPlainSpaces(scaling.sentence)),
  ]
}
