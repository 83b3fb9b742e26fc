import { RunLibrary } from '../main/runs/library/run-library.ts'
import { moveToSystemTrash } from '../main/runs/library/system-trash.ts'

/** The library in that folder, as the command line uses it: nobody follows it, so that there is nothing to close. */
export function openLibrary(folder: string): RunLibrary {
  return new RunLibrary({ folder, moveToTrash: moveToSystemTrash })
}
