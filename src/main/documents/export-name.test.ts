import { expect, test } from 'vitest'
import { exportName } from './export-files.ts'
import type { RunId } from '#shared/model/ids.ts'

test('the files of a run are called by its preset, strategy and id, whatever the preset is called', () => {
  const nameOf = (presetId: string): string =>
    exportName({ id: '20261122-080000-abcd' as RunId, presetId, strategy: 'hybrid' })
  expect([nameOf('mixed-pipeline'), nameOf('../müde? C:\\x')]).toEqual([
    'mixed-pipeline-hybrid-20261122-080000-abcd',
    '..-müde-C-x-hybrid-20261122-080000-abcd',
  ])
})
