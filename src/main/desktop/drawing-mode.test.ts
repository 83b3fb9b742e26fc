import { expect, test, vi } from 'vitest'
import { drawingJobOf } from './drawing-mode.ts'

vi.mock('electron', () => ({ app: {}, BrowserWindow: {}, session: {} }))

test('a drawing is asked for by a flag, but by no file of that name', () => {
  expect([
    drawingJobOf(['taskscope', '.', '--draw-document', 'job.json']),
    drawingJobOf(['taskscope', '--draw-document']),
    drawingJobOf(['taskscope', 'run.taskscope']),
    drawingJobOf(['taskscope', '--', '--draw-document', 'job.json']),
    drawingJobOf(['taskscope', '--draw-document', '--', 'job.json']),
  ]).toEqual(['job.json', '', null, null, ''])
})
