import { titleOfItsPreset } from '../words/preset-words.ts'
import type { LibraryEntry, RunListing } from '../model/saved-run.ts'
import { outcomeOfEntry } from './entry-state.ts'

type Machine = RunListing['machine']

/** Made once for each: entries and machines never change, new ones take their place. */
const texts = new WeakMap<LibraryEntry, string>()
const machineTexts = new WeakMap<Machine, string>()

/** Everything that tells of a machine, in small letters. */
export function machineSearchText(machine: Machine): string {
  const known = machineTexts.get(machine)
  if (known !== undefined) return known
  const { hostName, cpuModel, operatingSystem } = machine
  const text = `${hostName ?? ''}\n${cpuModel}\n${operatingSystem}`.toLowerCase()
  machineTexts.set(machine, text)
  return text
}

function collect(entry: LibraryEntry): string {
  if (entry.kind === 'unreadable') return `${entry.id}\n${entry.message}\nunreadable`.toLowerCase()
  const { id, labels, presetId, presetTitle, strategy, origin, machine } = entry
  const tags = labels.tags.length === 0 ? '' : labels.tags.join('\n')
  const source =
    origin.kind === 'experiment'
      ? `${origin.experiment}\n${origin.variant}`
      : origin.kind === 'imported'
        ? origin.fileName
        : ''
  const own = `${id}\n${labels.title}\n${labels.note}\n${tags}\n${presetId}\n${presetTitle}\n${titleOfItsPreset(entry)}\n${strategy}\n${outcomeOfEntry(entry)}\n${source}`
  return `${own.toLowerCase()}\n${machineSearchText(machine)}`
}

/**
 * Everything in an entry that words can be found in, in small letters; one line for each thing, so that no phrase spans two. Only the first
 * search gathers it.
 */
export function searchTextOf(entry: LibraryEntry): string {
  let text = texts.get(entry)
  if (text === undefined) texts.set(entry, (text = collect(entry)))
  return text
}
