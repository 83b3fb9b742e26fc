import { listed } from '../../format.ts'
import type { FindingDifference } from '../../model/comparison.ts'
import { findingIds, type FindingId, type ToldFinding } from '../../model/finding.ts'
import type { RunId } from '../../model/ids.ts'
import type { RunDigest } from '../../model/run-digest.ts'
import { languageInUse, texts } from '../../texts/texts.ts'

export interface ExplainedVariant {
  readonly label: string
  readonly runs: readonly RunDigest[]
  readonly typicalRun: RunId | null
}

/** That nothing held a run back is no reason for a difference. */
const isReason = (id: FindingId): boolean => id !== 'nothing-to-improve'

const findingOf = (run: RunDigest, id: FindingId): ToldFinding | undefined =>
  run.findings.find((finding) => finding.id === id)

/** What a variant's runs say of the kind: in the words of the typical one, if at least half of them say it; else null. */
function sayingOf({ runs, typicalRun }: ExplainedVariant, id: FindingId): string | null {
  const saying = runs.filter((run) => findingOf(run, id) !== undefined)
  if (saying.length === 0 || saying.length * 2 < runs.length) return null
  const said = saying.find((run) => run.id === typicalRun) ?? saying[0]
  return said === undefined ? null : (findingOf(said, id)?.sentence[languageInUse()] ?? null)
}

/** "event-loop: The loop was blocked for 1.8 s …; hybrid and threads: none." */
function differenceSentence(
  variants: readonly ExplainedVariant[],
  sentences: readonly (string | null)[],
): string {
  const having = variants.flatMap(({ label }, at) => {
    const sentence = sentences[at]
    return sentence === null || sentence === undefined ? [] : [`${label}: ${sentence.replace(/\.$/, '')}`]
  })
  const lacking = variants.flatMap(({ label }, at) => (sentences[at] === null ? [label] : []))
  return texts().comparisonSentences.difference(having.join('; '), listed(lacking))
}

/** The findings that at least one variant has and another has not, most serious kinds first as findings list them. */
export function findingDifferences(variants: readonly ExplainedVariant[]): FindingDifference[] {
  const measured = variants.filter(({ runs }) => runs.length > 0)
  return findingIds.filter(isReason).flatMap((id) => {
    const sentences = variants.map((variant) => sayingOf(variant, id))
    const having = sentences.filter((sentence) => sentence !== null).length
    if (having === 0 || having === measured.length) return []
    const ofMeasured = measured.map((variant) => sentences[variants.indexOf(variant)] ?? null)
    return [{ id, sentences, sentence: differenceSentence(measured, ofMeasured) }]
  })
}
