import { expect } from '@playwright/test'
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)

async function type(...args: readonly string[]): Promise<string> {
  return (await run('xdotool', args)).stdout.trim()
}

/** The visible window of that title; its id. There is no window manager on a virtual display, so it is given the keyboard, too. */
async function focus(title: string): Promise<string> {
  let found = ''
  await expect
    .poll(async () => {
      const answer = await type('search', '--onlyvisible', '--name', `^${title}`).catch(() => '')
      found = answer.split('\n')[0] ?? ''
      return found
    })
    .not.toBe('')
  await type('windowfocus', '--sync', found)
  return found
}

/** Presses keys in the window of that title. */
export async function pressKeys(title: string, keys: string): Promise<void> {
  await focus(title)
  await type('key', '--clearmodifiers', keys)
}

/** How long a dialog that has its answer may take to go. */
const patience = { timeout: 5000 }

/**
 * Types a path into the system's save dialog of that title, and confirms it. Waits until the dialog is gone. A dialog is on the screen before it
 * takes keys, and nothing tells when it does: what went nowhere is typed again, over whatever arrived.
 */
export async function answerSaveDialog(title: string, path: string): Promise<void> {
  await expect(async () => {
    await focus(title)
    await type('key', '--clearmodifiers', 'ctrl+a')
    await type('type', '--delay', '10', path)
    await type('key', '--clearmodifiers', 'Return')
    await expect
      .poll(() => type('search', '--onlyvisible', '--name', `^${title}`).catch(() => 'gone'), patience)
      .toBe('gone')
  }).toPass({ timeout: 40_000 })
}
