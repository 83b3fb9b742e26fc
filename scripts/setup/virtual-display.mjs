import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { isCommandThere } from './run.mjs'
import { SetUpProblem } from './say.mjs'
import { howToInstall } from './system-libraries.mjs'

/**
 * Starts that many displays, for tests that run beside each other: without a window manager, two windows on one display take the
 * focus from each other. Gives the variables that lead a program to the first of them, and tests to all (`e2e/own-display.ts`), and
 * the function that ends them.
 */
export async function openVirtualDisplays(count) {
  const displays = []
  // One after the other: each looks for a number that is free.
  for (let at = 0; at < count; at++) displays.push(await openVirtualDisplay())
  const all = displays.map(({ variables: { DISPLAY, XAUTHORITY } }) => ({ DISPLAY, XAUTHORITY }))
  return {
    variables: { ...displays[0].variables, TASKSCOPE_TEST_DISPLAYS: JSON.stringify(all) },
    async close() {
      await Promise.all(displays.map((display) => display.close()))
    },
  }
}

/**
 * Starts a display that exists in memory only (Xvfb). Gives the variables that lead a program to it, and the
 * function that ends it. It also ends by itself when this process does, however that comes about: xvfb-run holds
 * the display open for a `cat` that reads from us.
 */
export async function openVirtualDisplay() {
  if (!isCommandThere('xvfb-run')) {
    throw new SetUpProblem(
      `The program xvfb-run is missing: ${howToInstall(['xvfb', 'xauth'])}, then try again.`,
    )
  }
  const printVariables = 'echo "$DISPLAY"; echo "$XAUTHORITY"; exec cat'
  const holder = spawn('xvfb-run', ['-a', '-s', '-screen 0 1600x1000x24', 'sh', '-c', printVariables], {
    stdio: ['pipe', 'pipe', 'ignore'],
    // Away from the keyboard: Ctrl-C must reach the app, and the display must outlast the app.
    detached: true,
  })
  const closed = once(holder, 'close')
  const lines = createInterface({ input: holder.stdout })[Symbol.asyncIterator]()
  const [display, authority] = [await lines.next(), await lines.next()]
  if (authority.done) {
    throw new SetUpProblem(
      'The virtual display did not start: type "xvfb-run -a true" to see why, then try again.',
    )
  }
  return {
    variables: {
      DISPLAY: display.value,
      XAUTHORITY: authority.value,
      // Electron would prefer a real Wayland screen to the one that was asked for.
      WAYLAND_DISPLAY: undefined,
      XDG_SESSION_TYPE: 'x11',
    },
    async close() {
      holder.stdin.end()
      await closed
    },
  }
}
