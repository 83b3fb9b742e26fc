import process from 'node:process'
import type { ExperimentFormat } from '#shared/ipc.ts'
import type { ExperimentOutcome } from '../main/experiments/run-experiment.ts'
import { judgeCondition } from './condition/judge-condition.ts'
import type { ParsedCondition } from './condition/parse-condition.ts'
import type { Lookup } from './condition/vocabulary.ts'
import type { ResultWishes } from './experiment-commands.ts'
import { exitCodes } from './exit-codes.ts'
import { printText, saveDocument } from './outputs.ts'
import { plainText } from './plain-text.ts'
import { hangingLines } from './wrap-text.ts'

/** What a comparison or a sweep came to. */
export interface ExperimentResult {
  readonly ending: ExperimentOutcome['ending']
  /** Why it failed, as a sentence; empty otherwise. */
  readonly message: string
  /** What is printed for people. */
  readonly lines: readonly string[]
  readonly report: (format: ExperimentFormat) => Promise<Iterable<string>>
  /** Tasks that did not succeed, over all runs. */
  readonly failures: number
  /** False: the runs did not do the same work, so that there is nothing to judge. */
  readonly isComparable: boolean
  readonly conditions: readonly ParsedCondition[]
  readonly lookup: Lookup
}

async function saveDocuments(wishes: ResultWishes, report: ExperimentResult['report']): Promise<boolean> {
  const files = { json: wishes.jsonFile, html: wishes.htmlFile, csv: wishes.csvFile } as const
  let areSaved = true
  for (const format of ['json', 'html', 'csv'] as const) {
    const file = files[format]
    if (file !== null && !(await saveDocument(file, () => report(format)))) areSaved = false
  }
  return areSaved
}

interface Judged {
  readonly lines: readonly string[]
  readonly code: number
}

/** What is worse counts: a gate that could not be judged is worse than one that is met. */
function judge({ ending, isComparable, conditions, lookup }: ExperimentResult): Judged {
  if (conditions.length === 0) return { lines: [], code: exitCodes.succeeded }
  if (ending !== 'completed' || !isComparable) {
    const why = isComparable ? 'not all runs were made' : 'the runs did not do the same work'
    return {
      lines: ['conditions', `  not judged: ${why}`],
      code: isComparable ? exitCodes.succeeded : exitCodes.badInput,
    }
  }
  const judgements = conditions.map((condition) => judgeCondition(condition, lookup))
  const isUnknown = judgements.some(({ kind }) => kind === 'unknown')
  const isMet = judgements.some(({ kind }) => kind === 'met')
  return {
    lines: ['conditions', ...judgements.flatMap(({ text }) => hangingLines('  ', text))],
    code: isUnknown ? exitCodes.badInput : isMet ? exitCodes.someFailed : exitCodes.succeeded,
  }
}

/** Writes the documents, prints for people, and gives the exit code: documented in `--help`, the highest that holds. */
export async function reportResult(result: ExperimentResult, wishes: ResultWishes): Promise<number> {
  const { ending, message, lines, failures, isComparable } = result
  const areSaved = await saveDocuments(wishes, result.report)
  const judged = judge(result)
  if (!wishes.isQuiet) await printText(plainText([...lines, ...judged.lines, ''].join('\n')), wishes)
  if (ending === 'failed') process.stderr.write(plainText(`taskscope: ${message}\n`))
  const isWell = ending === 'completed' && failures === 0
  return Math.max(
    judged.code,
    isWell ? exitCodes.succeeded : exitCodes.someFailed,
    areSaved && isComparable && ending !== 'failed' ? exitCodes.succeeded : exitCodes.badInput,
  )
}

/** What is said and given back where not even one run was measured. */
export function nothingMeasured(name: string, { ending, message }: ExperimentOutcome): number {
  if (ending === 'failed') {
    process.stderr.write(plainText(`taskscope: ${message}\n`))
    return exitCodes.badInput
  }
  process.stderr.write(`The ${name} was cancelled before a run was measured.\n`)
  return exitCodes.someFailed
}
