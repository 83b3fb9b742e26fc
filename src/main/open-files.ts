import { closeSync, openSync, readSync, statSync } from 'node:fs'
import type { ImportAnswer, OpenedFile, OpenPresetAnswer, OpenRunAnswer } from '#shared/ipc.ts'
import { messageOf } from '#shared/message-of.ts'
import type { RunId } from '#shared/model/ids.ts'
import { runFileOf } from './runs/import/importable.ts'

export interface OpenFilesParts {
  readonly openPreset: (file: string) => OpenPresetAnswer
  readonly importRuns: (files: readonly string[]) => Promise<ImportAnswer>
  /** Puts a run of the library on screen. */
  readonly openRun: (runId: RunId) => Promise<OpenRunAnswer>
}

const headBytes = 4096

/** Every JSON document of ours that is about runs begins with its kind; a preset has none. */
const runReport = /^\s*\{\s*"kind"/

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile()
  } catch {
    return false
  }
}

/** Whether a file is to be read as a preset: whatever is called JSON, and is no report of a run. */
function isPreset(path: string): boolean {
  // What cannot be looked at is refused by whoever reads it.
  if (!/\.json$/i.test(path) || !isFile(path)) return false
  try {
    const handle = openSync(path, 'r')
    try {
      const head = Buffer.alloc(headBytes)
      const length = readSync(handle, head, 0, headBytes, 0)
      return !runReport.test(head.toString('utf8', 0, length).replace(/^\ufeff/, ''))
    } finally {
      closeSync(handle)
    }
  } catch {
    return false
  }
}

/**
 * Opens what the system, another start of the app or the user gave it: presets are added to the picker, runs come into the library as dropped ones do,
 * and a single one comes on screen. Never rejects: what cannot be read is said.
 */
export async function openFiles(files: readonly string[], parts: OpenFilesParts): Promise<OpenedFile[]> {
  const presets = files.filter(isPreset)
  const runs = files.filter((file) => !presets.includes(file)).map(runFileOf)
  const opened: OpenedFile[] = []
  try {
    for (const file of presets) {
      const answer = parts.openPreset(file)
      if (answer.kind !== 'dismissed')
        opened.push(answer.kind === 'opened' ? { kind: 'preset', preset: answer.preset } : answer)
    }
    if (runs.length === 0) return opened
    const answer = await parts.importRuns(runs)
    if (answer.kind === 'dismissed') return opened
    const { runIds, problems } = answer
    const [only, another] = runIds
    const isShown =
      only !== undefined && another === undefined && (await parts.openRun(only)).kind === 'opened'
    if (runIds.length === 0) opened.push({ kind: 'refused', message: problems.join(' ') })
    else opened.push({ kind: 'runs', runIds, isShown, problems })
  } catch (error) {
    opened.push({ kind: 'refused', message: messageOf(error) })
  }
  return opened
}
