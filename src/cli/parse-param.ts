import { experimentBounds } from '#shared/model/experiment.ts'
import { sweptSizes, type SweptSize } from '#shared/model/scaling.ts'
import { InputError, quote } from '../main/engine/input-error.ts'
import { readWord } from './read-values.ts'

const { min: fewest, max: most } = experimentBounds.sizes
const forms = '1..8, 1,2,4,8 or 1..64x2'

/** "1..8" as 1 to 8, "1..64x2" as 1, 2, 4 and so on: no more of them than tell that there are too many. */
function rangeValues(from: number, to: number, factor: number | null): number[] {
  const values: number[] = []
  for (let value = from; value <= to && values.length <= most;) {
    values.push(value)
    value = factor === null ? value + 1 : value * factor
  }
  return values
}

function readPiece(piece: string): number[] {
  const match = /^(\d{1,9})(?:\.\.(\d{1,9})(?:x(\d{1,9}))?)?$/.exec(piece.trim())
  const bad = (): Error => new InputError(`--param: expected sizes as in ${forms}, got ${quote(piece)}.`)
  if (match === null) throw bad()
  const from = Number(match[1])
  const to = match[2] === undefined ? from : Number(match[2])
  const factor = match[3] === undefined ? null : Number(match[3])
  if (from < 1 || to < from || (factor !== null && factor < 2)) throw bad()
  return rangeValues(from, to, factor)
}

/** What `--param` asks for, such as "cpu=1..8". Without sizes: null, the standard ones. Sizes come ascending, each once. */
export function readParam(text: string): { readonly size: SweptSize; readonly values: number[] | null } {
  const at = text.indexOf('=')
  const size = readWord('--param', sweptSizes, at < 0 ? text : text.slice(0, at))
  if (at < 0) return { size, values: null }
  const values: number[] = []
  for (const piece of text.slice(at + 1).split(',')) {
    values.push(...readPiece(piece))
    if (values.length > most) throw new InputError(`--param: expected at most ${most} sizes, got more.`)
  }
  const distinct = [...new Set(values)].sort((one, other) => one - other)
  if (distinct.length < fewest)
    throw new InputError(`--param: expected at least ${fewest} sizes, got ${distinct.length}.`)
  return { size, values: distinct }
}
