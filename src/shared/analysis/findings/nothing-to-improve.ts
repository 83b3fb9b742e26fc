import { ratioText } from '../../format.ts'
import type { Finding } from '../../model/finding.ts'
import { texts, type Texts } from '../../texts/texts.ts'
import { evidenceOf } from './evidence.ts'
import type { RunFacts } from './run-facts.ts'
import { restMs } from './start-up-dominates.ts'
import { shareText, timeText } from './wording.ts'

type ToldBound = Parameters<Texts['sizeFindings']['nothing-to-improve']['flawless']>[0]

/** A run this close to the bound has nothing to gain worth looking for. */
const mostRatio = 1.1
/** Its start must have taken no more than this share of its makespan … */
const mostStartShare = 0.5
/** … and its threads have had no core for no more than this share of the time in which they wanted one … */
const mostReadyShare = 0.25
/** … unless that is less than this share of the makespan. */
const leastReadyShareOfMakespan = 0.1

/** A run close to its bound, in a sentence, with what its makespan does not tell; `isAll`: there is nothing of the kind. */
function closeToBound(
  { run, makespanMs, executors }: RunFacts,
  bound: ToldBound,
): { readonly sentence: string; readonly isAll: boolean } {
  const words = texts().sizeFindings['nothing-to-improve']
  const { preparationMs } = run.header
  if (preparationMs - restMs > makespanMs * mostStartShare)
    return { sentence: words.flawlessButPreparation(bound, timeText(preparationMs)), isAll: false }
  let onCpuMs = 0
  let readyMs = 0
  for (const { isShared, known } of executors) {
    if (isShared) continue
    onCpuMs += known.onCpuMs
    readyMs += known.readyMs
  }
  const readyShare = readyMs / (onCpuMs + readyMs)
  return readyShare > mostReadyShare && readyMs > makespanMs * leastReadyShareOfMakespan
    ? { sentence: words.flawlessButNoCore(bound, shareText(readyShare)), isAll: false }
    : { sentence: words.flawless(bound), isAll: true }
}

/** What can be said of a run of which nothing else is to be said: how far it is from the least time that it could take. */
export function nothingToImprove(facts: RunFacts, isFlawless: boolean): Finding {
  const { summary, makespanMs } = facts
  const { ideal, idealRatio } = summary
  const words = texts().sizeFindings['nothing-to-improve']
  const id = 'nothing-to-improve'
  const evidence = evidenceOf(facts, {})
  if (ideal === null || idealRatio === null)
    return { id, severity: 'note', sentence: words.unknown(timeText(makespanMs)), advice: '', evidence }
  const bound: ToldBound = {
    makespan: timeText(makespanMs),
    ratio: ratioText(idealRatio).slice(1),
    ideal: timeText(ideal.ms),
    binding: ideal.binding,
  }
  if (isFlawless && idealRatio <= mostRatio) {
    const { sentence, isAll } = closeToBound(facts, bound)
    return { id, severity: isAll ? 'good' : 'note', sentence, advice: '', evidence }
  }
  return { id, severity: 'note', sentence: words.noSingleCause(bound), advice: words.advice, evidence }
}
