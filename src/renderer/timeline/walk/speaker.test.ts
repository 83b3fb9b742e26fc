import { expect, test } from 'vitest'
import { Speaker } from './speaker.svelte.ts'

function fakeSpeaker() {
  let nowMs = 0
  let waiting: { readonly atMs: number; readonly run: () => void } | null = null
  const speaker = new Speaker({
    nowMs: () => nowMs,
    after: (ms, run) => {
      const mine = { atMs: nowMs + ms, run }
      waiting = mine
      return () => {
        if (waiting === mine) waiting = null
      }
    },
  })
  const advance = (ms: number): void => {
    nowMs += ms
    if (waiting === null || waiting.atMs > nowMs) return
    const { run } = waiting
    waiting = null
    run()
  }
  return { speaker, advance }
}

test('the first sentence is spoken at once, and of a held key’s only where it ends', () => {
  const { speaker, advance } = fakeSpeaker()
  const heard: string[] = []
  for (let step = 1; step <= 20; step++) {
    speaker.say(`task ${step}`)
    if (speaker.text !== heard.at(-1)) heard.push(speaker.text)
    advance(33)
  }
  advance(1000)
  heard.push(speaker.text)
  expect(heard[0]).toBe('task 1')
  expect(heard.at(-1)).toBe('task 20')
  expect(heard.length).toBeLessThan(6)
})

test('the same sentence again is a change, which a live region reads out', () => {
  const { speaker, advance } = fakeSpeaker()
  speaker.say('This is the top lane.')
  advance(1000)
  const first = speaker.text
  speaker.say('This is the top lane.')
  expect(speaker.text).not.toBe(first)
  expect(speaker.text.trim()).toBe(first)
})

test('who has left says nothing more', () => {
  const { speaker, advance } = fakeSpeaker()
  speaker.say('one')
  speaker.say('two')
  speaker.stop()
  advance(1000)
  expect(speaker.text).toBe('one')
})
