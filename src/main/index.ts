/** The app's entry: opens its window, or draws one document for the command line, without a window, and ends. */
import process from 'node:process'
import { drawAndExit, drawingJobOf } from './desktop/drawing-mode.ts'
import { startApp } from './start-app.ts'

const drawingJob = drawingJobOf(process.argv)
if (drawingJob === null) startApp(import.meta.dirname)
else void drawAndExit(drawingJob)
