import { basename, dirname, extname, resolve } from 'node:path'
import { distinctLabels } from '#shared/words/variant-labels.ts'
import type { SavedGroup } from './saved-groups.ts'

/** The one value that all have; null where there are several. */
function sameOfAll(values: readonly string[]): string | null {
  const distinct = new Set(values)
  return distinct.size === 1 ? (values[0] ?? null) : null
}

const fileNames = (files: readonly string[]): string[] => files.map((file) => basename(file, extname(file)))

/** What all names begin with, without the number or the separators at its end. */
function sharedBeginning(names: readonly string[]): string | null {
  const [first = '', ...others] = names
  let length = first.length
  for (const name of others) while (!name.startsWith(first.slice(0, length))) length--
  return first.slice(0, length).replace(/[\s\d._-]+$/, '') || null
}

const folderName = (files: readonly string[]): string | null =>
  sameOfAll(files.map((file) => dirname(resolve(file)))) === null
    ? null
    : basename(dirname(resolve(files[0] ?? '')))

/** Ways of naming a group, the best first; null: the group has no such name. */
const ways: readonly ((group: SavedGroup) => string | null)[] = [
  ({ files }) => (files.length === 1 ? (fileNames(files)[0] ?? null) : folderName(files)),
  ({ files }) => folderName(files),
  ({ files }) => sharedBeginning(fileNames(files)),
  ({ runs }) => sameOfAll(runs.map(({ strategy }) => strategy)),
]

/**
 * A label for each group of saved runs: the name of its one file or of the folder that its files are in, else what their names
 * begin with, else their strategy; the first way that tells all groups apart.
 */
export function savedGroupLabels(groups: readonly SavedGroup[]): string[] {
  for (const way of ways) {
    const labels = groups.map(way)
    const known = labels.filter((label) => label !== null && label !== '')
    if (new Set(known).size === groups.length) return known.map(String)
  }
  return distinctLabels(groups.map(() => 'runs'))
}
