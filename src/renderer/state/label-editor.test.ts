import { expect, test } from 'vitest'
import type { RunId } from '#shared/model/ids.ts'
import type { RunLabels } from '#shared/model/saved-run.ts'
import { fakeListing } from './fake-listing.ts'
import { LabelEditor } from './label-editor.svelte.ts'

function edit(answer: (runId: RunId) => string | null = () => null) {
  const written: (readonly [RunId, RunLabels])[] = []
  const reported: string[] = []
  const timers = new Set<() => void>()
  const editor = new LabelEditor({
    write: (runId, labels) => {
      written.push([runId, labels])
      return Promise.resolve(answer(runId))
    },
    report: (problem) => reported.push(problem),
    after: (_ms, run) => {
      timers.add(run)
      return () => timers.delete(run)
    },
  })
  const pass = async (): Promise<void> => {
    for (const run of timers) run()
    timers.clear()
    await editor.save()
  }
  return { editor, written, reported, pass }
}

const first = fakeListing({ id: 'first' })
const second = fakeListing({ id: 'second', labels: { title: 'Second', tags: ['old'], note: '' } })

test('a note is saved once, after a pause, with what else is written on the run', async () => {
  const { editor, written, pass } = edit()
  editor.show(second)
  editor.changeNote('s')
  editor.changeNote('slow')
  expect([written, editor.state]).toEqual([[], 'changed'])
  await pass()
  expect(written).toEqual([['second', { title: 'Second', tags: ['old'], note: 'slow' }]])
  expect(editor.state).toBe('saved')
})

test('leaving a run saves what was written on it, before the next run is shown', async () => {
  const { editor, written } = edit()
  editor.show(first)
  editor.changeTitle(' Baseline ')
  editor.show(second)
  await editor.save()
  expect(written).toEqual([['first', { title: 'Baseline', tags: [], note: '' }]])
  expect(editor.labels.title).toBe('Second')
})

test('what the library tells does not take away what is being written', async () => {
  const { editor, pass } = edit()
  editor.show(first)
  editor.changeNote('mine')
  editor.show(fakeListing({ id: 'first', labels: { title: 'Theirs', tags: [], note: '' } }))
  expect(editor.labels.note).toBe('mine')
  await pass()
  editor.show(fakeListing({ id: 'first', labels: { title: 'Theirs', tags: [], note: 'mine' } }))
  expect(editor.labels.title).toBe('Theirs')
})

test('tags are added at once, apart by commas, each only once', async () => {
  const { editor, written } = edit()
  editor.show(second)
  expect(editor.addTags(' old,  night   run , ,nas')).toBe(true)
  await editor.save()
  expect(written.map(([, { tags }]) => tags)).toEqual([['old', 'night run', 'nas']])
  expect(editor.addTags('old')).toBe(false)
  editor.removeTag('old')
  await editor.save()
  expect(written.at(-1)?.[1].tags).toEqual(['night run', 'nas'])
})

test('a run cannot have more tags than it may', () => {
  const { editor } = edit()
  editor.show(first)
  expect(editor.addTags(Array.from({ length: 21 }, (_, at) => `tag ${at}`).join(','))).toBe(false)
  expect(editor.problem).toBe('A run has at most 20 tags.')
  expect(editor.labels.tags).toEqual([])
})

test('what could not be saved is said, kept, and tried again', async () => {
  let isFull = true
  const { editor, written, pass } = edit(() => (isFull ? 'The disk is full.' : null))
  editor.show(first)
  editor.changeNote('kept')
  await pass()
  expect([editor.problem, editor.labels.note, editor.state]).toEqual(['The disk is full.', 'kept', 'changed'])
  isFull = false
  await editor.save()
  expect([editor.problem, editor.state, written.length]).toEqual([null, 'saved', 2])
})

test('what could not be saved of a run that is no longer shown is reported', async () => {
  const { editor, reported } = edit(() => 'The disk is full.')
  editor.show(first)
  editor.changeNote('lost')
  editor.show(second)
  await editor.save()
  expect([reported, editor.problem]).toEqual([['The disk is full.'], null])
})

test('what was typed and taken back is not saved', async () => {
  const { editor, written, pass } = edit()
  editor.show(second)
  editor.changeTitle('Seconds')
  editor.changeTitle('Second')
  await pass()
  expect([written, editor.state]).toEqual([[], 'calm'])
})
