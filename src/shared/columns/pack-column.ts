import { planesFor, splitElements, splitResiduals } from './byte-planes.ts'
import { ByteWriter } from './byte-writer.ts'
import {
  columnEncoding,
  divisors,
  maskKind,
  reference,
  type Column,
  type Reference,
} from './column-format.ts'
import type { KnownColumns } from './known-columns.ts'
import { estimateBits, guessedNumbers, residualsOf } from './residuals.ts'
import type { ColumnLayout } from './table-layouts.ts'
import { wholeNumbersOf, type WholeNumbers } from './whole-numbers.ts'

/** The mask of the column before, which the next one may share. */
export interface LastMarks {
  marks: Uint8Array | null
}

interface Choice {
  readonly guess: number
  readonly reference: Reference
  readonly residuals: Float64Array
}

function isConstant(values: Float64Array): boolean {
  const first = values[0]
  for (let row = 1; row < values.length; row++) if (!Object.is(values[row], first)) return false
  return true
}

/** The guess and the reference that leave least. */
function choose({ guesses = [] }: ColumnLayout, whole: WholeNumbers, known: KnownColumns): Choice {
  const { numbers, marks, divisor, shift } = whole
  const scale = (divisors[divisor] ?? 1) / 2 ** shift
  const references = [
    reference.none,
    reference.rowBefore,
    ...(known.slotBefore === null ? [] : [reference.slotBefore]),
  ]
  let best: { guess: number; numbers: Float64Array | null; reference: Reference; bits: number } | null = null
  for (let guess = 0; guess <= guesses.length; guess++) {
    const values = guesses[guess - 1]?.(known)
    const guessed = values === undefined ? null : guessedNumbers(values, scale)
    for (const kind of references) {
      const referred = known.referredRows(kind)
      const bits = estimateBits(numbers, marks, guessed, referred)
      if (best === null || bits < best.bits) best = { guess, numbers: guessed, reference: kind, bits }
    }
  }
  const { guess = 0, numbers: guessed = null, reference: kind = reference.none } = best ?? {}
  const referred = known.referredRows(kind)
  return { guess, reference: kind, residuals: residualsOf(numbers, marks, guessed, referred) }
}

function areSame(marks: Uint8Array, before: Uint8Array | null): boolean {
  return before?.length === marks.length && marks.every((mark, row) => mark === before[row])
}

function* packWhole(
  layout: ColumnLayout,
  whole: WholeNumbers,
  known: KnownColumns,
  last: LastMarks,
): Generator<Uint8Array> {
  const { guess, reference: kind, residuals } = choose(layout, whole, known)
  const planes = Math.max(planesFor(residuals), layout.hasBytes === true ? 1 : 0)
  const { marks, others } = whole
  const shares = marks !== null && others.length === 0 && areSame(marks, last.marks)
  const mask = marks === null ? maskKind.all : shares ? maskKind.asBefore : maskKind.own
  const { divisor, shift } = whole
  yield new ByteWriter()
    .name(layout.name)
    .u8(columnEncoding.whole)
    .u8(divisor)
    .u8(shift)
    .u8(guess)
    .u8(kind)
    .u8(planes)
    .u8(mask)
    .bytes()
  if (marks !== null && mask === maskKind.own) {
    yield marks
    last.marks = marks
    const values = new ByteWriter().u32(others.length)
    for (const value of others) values.f64(value)
    yield values.bytes()
  }
  yield splitResiduals(residuals, planes)
}

/**
 * A column's bytes, as `column-format.ts` has it: lossless, but for the bits of a NaN, of which there is only one. What it holds is known
 * afterwards.
 */
export function* packColumn(
  layout: ColumnLayout,
  column: Column,
  known: KnownColumns,
  last: LastMarks,
): Generator<Uint8Array> {
  const values = column instanceof Float64Array ? column : new Float64Array(column)
  if (values.length === 0 || (layout.hasBytes !== true && isConstant(values))) {
    yield new ByteWriter()
      .name(layout.name)
      .u8(columnEncoding.constant)
      .f64(values[0] ?? 0)
      .bytes()
  } else {
    const whole = wholeNumbersOf(values)
    if (whole !== null) yield* packWhole(layout, whole, known, last)
    else {
      yield new ByteWriter().name(layout.name).u8(columnEncoding.raw).bytes()
      const elements = new Uint8Array(column.buffer, column.byteOffset, column.byteLength)
      yield splitElements(elements, column.BYTES_PER_ELEMENT)
    }
  }
  known.add(layout.name, values)
}
