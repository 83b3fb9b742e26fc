import { expect, test } from 'vitest'
import type { RunDigest } from '#shared/model/run-digest.ts'
import type { StrategyId } from '#shared/model/strategy.ts'
import { savedGroupLabels } from './saved-group-labels.ts'

const group = (strategy: StrategyId, ...files: string[]) => ({
  files,
  // Of a digest only this counts here.
  runs: files.map(() => ({ strategy }) as RunDigest),
})

test.each([
  ['two files', [group('hybrid', 'a/before.json'), group('hybrid', 'a/after.json')], ['before', 'after']],
  ['files of one name', [group('hybrid', 'a/run.json'), group('hybrid', 'b/run.json')], ['a', 'b']],
  [
    'folders',
    [group('hybrid', 'a/1.json', 'a/2.json'), group('hybrid', 'x/b/1.json', 'x/b/2.json')],
    ['a', 'b'],
  ],
  [
    'a folder and a file',
    [group('hybrid', 'a/1.json', 'a/2.json'), group('hybrid', 'new.json')],
    ['a', 'new'],
  ],
  [
    'one folder for all',
    [group('hybrid', 'a/old-1.json', 'a/old-2.json'), group('hybrid', 'a/new-1.json', 'a/new-2.json')],
    ['old', 'new'],
  ],
  [
    'names that share nothing',
    [group('hybrid', 'a/x.json', 'a/y.json'), group('threads', 'a/z.json', 'a/w.json')],
    ['hybrid', 'threads'],
  ],
  [
    'nothing that tells them apart',
    [group('hybrid', 'a/x.json', 'b/y.json'), group('hybrid', 'a/z.json', 'b/w.json')],
    ['runs', 'runs 2'],
  ],
])('%s', (_name, groups, labels) => {
  expect(savedGroupLabels(groups)).toEqual(labels)
})
