import { expect, test } from 'vitest'
import { CloseGuard, type UnsavedAnswer, type WorkAnswer } from './close-guard.ts'

interface Situation {
  hasWork: boolean
  unsaved: number
  readonly work?: WorkAnswer
  readonly lost?: UnsavedAnswer
  readonly onAsked?: (situation: Situation) => void
}

async function close(given: Situation): Promise<{ readonly steps: string[]; readonly guard: CloseGuard }> {
  const situation = given
  const steps: string[] = []
  const guard = new CloseGuard({
    hasWork: () => situation.hasWork,
    async askAboutWork() {
      steps.push('work?')
      await Promise.resolve()
      situation.onAsked?.(situation)
      return situation.work ?? 'stay'
    },
    cancelWork() {
      steps.push('cancel')
      situation.hasWork = false
      return Promise.resolve()
    },
    unsaved: () => situation.unsaved,
    askAboutUnsaved(runs) {
      steps.push(`unsaved ${runs}?`)
      return Promise.resolve(situation.lost ?? 'stay')
    },
    saveElsewhere() {
      steps.push('save')
      situation.unsaved--
      return Promise.resolve()
    },
    goOnWithout: () => void steps.push('hide'),
    close: () => void steps.push('close'),
  })
  const mayClose = guard.mayClose()
  if (mayClose) steps.push('may')
  // A second try while the question stands asks nothing.
  if (guard.mayClose() !== mayClose) steps.push('may after all')
  await new Promise((resolve) => setImmediate(resolve))
  return { steps, guard }
}

const stepsOf = async (situation: Situation): Promise<string> => (await close(situation)).steps.join(', ')

test('a window with nothing to lose closes at once', async () => {
  expect(await stepsOf({ hasWork: false, unsaved: 0 })).toBe('may')
})

test('what is under way goes on, is cancelled, or keeps the window open, as the user says', async () => {
  expect(await stepsOf({ hasWork: true, unsaved: 0, work: 'go-on' })).toBe('work?, hide')
  expect(await stepsOf({ hasWork: true, unsaved: 0, work: 'stay' })).toBe('work?')
  const { steps, guard } = await close({ hasWork: true, unsaved: 0, work: 'cancel' })
  expect([steps, guard.mayClose()]).toEqual([['work?', 'cancel', 'close'], true])
})

test('runs in memory only are asked about after that, and kept or lost as the user says', async () => {
  const both = { hasWork: true, unsaved: 2, work: 'cancel' } as const
  expect(await stepsOf({ ...both, lost: 'lose' })).toBe('work?, cancel, unsaved 2?, close')
  expect(await stepsOf({ ...both, lost: 'stay' })).toBe('work?, cancel, unsaved 2?')
  expect(await stepsOf({ hasWork: false, unsaved: 1, lost: 'save' })).toBe('unsaved 1?, save, close')
  // The other one could not be written there either.
  expect(await stepsOf({ hasWork: false, unsaved: 2, lost: 'save' })).toBe('unsaved 2?, save')
  expect(await stepsOf({ ...both, work: 'go-on' })).toBe('work?, hide')
})

test('what ends while the question stands needs no answer any more', async () => {
  const onAsked = (situation: Situation): void => void (situation.hasWork = false)
  expect(await stepsOf({ hasWork: true, unsaved: 0, work: 'go-on', onAsked })).toBe('work?, close')
  expect(await stepsOf({ hasWork: true, unsaved: 0, work: 'stay', onAsked })).toBe('work?')
})

test('having gone back, one is asked again the next time', async () => {
  const { steps, guard } = await close({ hasWork: true, unsaved: 0, work: 'stay' })
  guard.mayClose()
  await new Promise((resolve) => setImmediate(resolve))
  expect(steps).toEqual(['work?', 'work?'])
})
