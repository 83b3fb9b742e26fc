import process from 'node:process'
import { bytesFigure } from '#shared/format.ts'
import { isUnderWay } from '#shared/library/entry-state.ts'
import type { FormatOutcome } from '../main/documents/export-order.ts'
import { InputError } from '../main/engine/input-error.ts'
import { readRunFolder } from '../main/runs/reading/read-run-folder.ts'
import { exitCodes } from './exit-codes.ts'
import { exportRun, isAllWritten, prepareExports } from './export-run.ts'
import { findSavedRun } from './find-saved-run.ts'
import { interruptible } from './interruption.ts'
import { openLibrary } from './open-library.ts'
import { plainFigure } from './plain-figure.ts'
import { ProgressLine } from './progress-line.ts'
import type { RunsExportCommand } from './runs-commands.ts'
import { answer } from './runs-output.ts'
import type { Surroundings } from './surroundings.ts'

function outcomeLines(outcomes: readonly FormatOutcome[]): string {
  return outcomes
    .flatMap(({ files, outcome }) => {
      if (outcome.kind !== 'written') return []
      return files.map((file, at) =>
        at === 0 ? `${file}  ${plainFigure(bytesFigure(outcome.bytes))}\n` : `${file}\n`,
      )
    })
    .join('')
}

/** What came of a format, as `--json` has it. */
function outcomeForJson({ format, outcome, files }: FormatOutcome): object {
  switch (outcome.kind) {
    case 'written':
      return { format, kind: outcome.kind, files, bytes: outcome.bytes }
    case 'failed':
      return { format, kind: outcome.kind, message: outcome.message }
    case 'cancelled':
      return { format, kind: outcome.kind }
  }
}

/**
 * `taskscope runs export`: gives the exit code. With `--json`, a list with `{ runId, formats }` for each run; of each format
 * `{ format, kind, files, bytes }`, or the `message` why it could not be written.
 */
export async function runsExportCommand(
  surroundings: Surroundings,
  command: RunsExportCommand,
): Promise<number> {
  const { exports, isQuiet } = command
  const library = openLibrary(surroundings.runsFolder)
  const { entries } = await library.snapshot()
  const wanted = command.runs.map((name) => findSavedRun(entries, name))
  const busy = wanted.find(isUnderWay)
  if (busy !== undefined)
    throw new InputError(`Expected runs that are over, got ${busy.id}, which is being recorded.`)
  const tools = await prepareExports(exports, surroundings)
  const progress = new ProgressLine(process.stderr, !isQuiet)
  return interruptible(async (signal) => {
    const exported: { readonly runId: string; readonly outcomes: readonly FormatOutcome[] }[] = []
    for (const { id } of wanted) {
      if (signal.aborted) break
      const { run, labels, document } = await readRunFolder(await library.folderOf(id))
      const { origin, taskscope } = document
      const facts = { labels, origin, taskscope, exportedAt: new Date().toISOString() }
      exported.push({ runId: id, outcomes: await exportRun(run, facts, exports, tools, progress, signal) })
    }
    const code = await answer(
      {
        text: exported.map(({ outcomes }) => outcomeLines(outcomes)).join(''),
        document: exported.map(({ runId, outcomes }) => ({ runId, formats: outcomes.map(outcomeForJson) })),
      },
      command,
    )
    if (signal.aborted) return exitCodes.someFailed
    return exported.every(({ outcomes }) => isAllWritten(outcomes)) ? code : exitCodes.badInput
  })
}
