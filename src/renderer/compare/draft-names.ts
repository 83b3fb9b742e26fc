import { texts } from '#shared/texts/texts.ts'
import { distinctLabels } from '#shared/words/variant-labels.ts'
import { policyNames } from '../parts/policy-names.ts'
import { optionsOf, variantSizes, type VariantDraft } from '../state/comparison-choices.ts'
import { sizeNames } from './size-names.ts'

/** What a row of the set-up is called. */
export interface DraftName {
  /** Its strategy; the second row of the same gets a number, as in the results: "Hybrid 2". */
  readonly title: string
  /** What it has of its own, such as "cpu 4, longest first"; empty: nothing. */
  readonly own: string
}

function ownText(draft: VariantDraft): string {
  const { options } = optionsOf(draft)
  const sizes = variantSizes.flatMap((size) =>
    options[size] === undefined ? [] : [`${sizeNames[size]} ${draft.sizes[size].trim()}`],
  )
  return [...sizes, ...(options.policy === undefined ? [] : [policyNames()[options.policy]])].join(', ')
}

/** A name for each row by its id, all different. Those that are compared are numbered first: the results number no others. */
export function draftNames(
  drafts: readonly VariantDraft[],
  isTicked: (draft: VariantDraft) => boolean,
): ReadonlyMap<number, DraftName> {
  const rows = drafts.map((draft) => ({
    id: draft.id,
    isTicked: isTicked(draft),
    title: texts().strategies[draft.strategy].title,
    own: ownText(draft),
  }))
  const inTurn = [...rows.filter((row) => row.isTicked), ...rows.filter((row) => !row.isTicked)]
  const inFull = ({ title, own }: DraftName): string => (own === '' ? title : `${title}, ${own}`)
  const labels = distinctLabels(inTurn.map(inFull))
  return new Map(
    inTurn.map((row, at) => {
      const number = (labels[at] ?? '').slice(inFull(row).length)
      return [row.id, { title: `${row.title}${number}`, own: row.own }]
    }),
  )
}
