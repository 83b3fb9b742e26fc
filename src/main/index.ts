/** The app's entry: opens its window, or, without one, is the command line of a package, or draws one document for a command line, and ends. */
import process from 'node:process'
import { commandLineArguments } from './command-line-arguments.ts'
import { drawAndExit, drawingJobOf } from './desktop/drawing-mode.ts'
import { lockDown } from './lock-down.ts'

const drawingJob = drawingJobOf(process.argv)
const written = commandLineArguments(process.argv)

// Whatever it was started for.
lockDown(written === null)

// What one of them needs, the others do without. Electron is not ready before this file is through.
if (written !== null)
  void (await import('./command-line-mode.ts')).performAndExit(written, import.meta.dirname)
else if (drawingJob !== null) void drawAndExit(drawingJob)
else (await import('./start-app.ts')).startApp(import.meta.dirname)
