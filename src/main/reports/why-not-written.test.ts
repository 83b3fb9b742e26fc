import { join } from 'node:path'
import { expect, test } from 'vitest'
import { whyNotWritten } from './why-not-written.ts'
import { writeReport } from './write-report.ts'

test('a folder that is not there is said in words, without the name of the file that is written first', async () => {
  const file = join(import.meta.dirname, 'no-such-folder', 'report.csv')
  const error: unknown = await writeReport(file, ['row']).then(
    () => null,
    (reason: unknown) => reason,
  )
  expect(whyNotWritten(file, error)).toBe('report.csv could not be written: there is no such folder.')
})

test('any other reason is told as it is', () => {
  expect(whyNotWritten('/a/report.csv', new Error('no task is known'))).toBe(
    'report.csv could not be written: no task is known.',
  )
})
