import { parseQuery } from '#shared/library/parse-query.ts'
import {
  entryColumns,
  firstDirections,
  standardOrder,
  type EntryOrder,
  type SortDirection,
} from '#shared/library/sort-entries.ts'
import { InputError, quote } from '../main/engine/input-error.ts'
import type { Flag } from './flags.ts'
import { takeOnly } from './parse-common.ts'
import { exportFlags, readExports } from './parse-exports.ts'
import type { FlagValues } from './read-flags.ts'
import { readWholeNumber, readWord } from './read-values.ts'
import type { RunsCommand } from './runs-commands.ts'

const names = 'list, show, export, import, delete or label'
const outputFlags: readonly Flag[] = ['json', 'quiet']

const directions = { asc: 'ascending', desc: 'descending' } as const satisfies Record<string, SortDirection>

/** `--sort makespan`, or `makespan:desc`. */
function readOrder(text: string | undefined): EntryOrder {
  if (text === undefined) return standardOrder
  const [name = '', way] = text.split(':', 2)
  const column = readWord('--sort', entryColumns, name)
  if (way === undefined) return { column, direction: firstDirections[column] }
  return { column, direction: directions[readWord('--sort, after the colon', ['asc', 'desc'], way)] }
}

/** One run or more, as they are named. */
function someRuns(name: string, rest: readonly string[]): readonly string[] {
  if (rest.length === 0)
    throw new InputError(`${name}: expected a run of the library, got nothing. See taskscope runs list.`)
  return [...new Set(rest)]
}

function oneRun(name: string, rest: readonly string[]): string {
  const [run = '', another] = someRuns(name, rest)
  if (another !== undefined) throw new InputError(`${name}: expected one run, got ${quote(another)} as well.`)
  return run
}

function parseList(rest: readonly string[], values: FlagValues): RunsCommand {
  takeOnly('runs list', values, [...outputFlags, 'sort', 'limit'])
  const query = rest.join(' ')
  const [problem] = parseQuery(query).problems
  if (problem !== undefined) throw new InputError(problem)
  const limit =
    values.limit === undefined ? null : readWholeNumber('--limit', values.limit, { min: 1, max: 1e9 })
  return { kind: 'runs-list', query, order: readOrder(values.sort), limit, ...about(values) }
}

function parseExport(rest: readonly string[], values: FlagValues): RunsCommand {
  takeOnly('runs export', values, [...outputFlags, ...exportFlags])
  const runs = someRuns('runs export', rest)
  const exports = readExports(values)
  if (exports === null) throw new InputError('runs export: expected --out, the folder to write to, got none.')
  return { kind: 'runs-export', runs, exports, ...about(values) }
}

function parseLabel(rest: readonly string[], values: FlagValues): RunsCommand {
  takeOnly('runs label', values, [...outputFlags, 'title', 'tag', 'untag', 'note'])
  const run = oneRun('runs label', rest)
  const { title = null, note = null, tag = [], untag = [] } = values
  if (title === null && note === null && tag.length === 0 && untag.length === 0)
    throw new InputError('runs label: expected --title, --tag, --untag or --note, got none.')
  return { kind: 'runs-label', run, title, note, tags: tag, untags: untag, ...about(values) }
}

function about(values: FlagValues): { readonly jsonFile: string | null; readonly isQuiet: boolean } {
  return { jsonFile: values.json ?? null, isQuiet: values.quiet === true }
}

/** `taskscope runs …`. Throws an `InputError`. */
export function parseRuns([name, ...rest]: readonly string[], values: FlagValues): RunsCommand {
  switch (name) {
    case undefined:
      throw new InputError(`runs: expected ${names}, got nothing. See taskscope --help.`)
    case 'list':
      return parseList(rest, values)
    case 'show':
      takeOnly('runs show', values, outputFlags)
      return { kind: 'runs-show', run: oneRun('runs show', rest), ...about(values) }
    case 'export':
      return parseExport(rest, values)
    case 'import':
      takeOnly('runs import', values, outputFlags)
      if (rest.length === 0) throw new InputError('runs import: expected files, got none.')
      return { kind: 'runs-import', files: rest, ...about(values) }
    case 'delete':
      takeOnly('runs delete', values, [...outputFlags, 'yes'])
      return {
        kind: 'runs-delete',
        runs: someRuns('runs delete', rest),
        isSure: values.yes === true,
        ...about(values),
      }
    case 'label':
      return parseLabel(rest, values)
    default:
      throw new InputError(`runs: expected ${names}, got ${quote(name)}. See taskscope --help.`)
  }
}
