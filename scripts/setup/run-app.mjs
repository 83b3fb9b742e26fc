import { spawn } from 'node:child_process'
import { projectRoot } from './paths.mjs'
import { sandboxArguments } from './sandbox.mjs'

const keyBounceMs = 500

/** Runs the app to its end and resolves to its exit code. Being asked to stop is passed on, so that it can finish. */
export function runApp(executable, args, env) {
  const child = spawn(executable, [...sandboxArguments(executable), projectRoot, ...args], {
    cwd: projectRoot,
    env: { ...process.env, ...env },
    stdio: 'inherit',
    // Ctrl-C would otherwise reach the app from the terminal, from npm and from us: Electron closes on the first
    // signal, and dies in the middle of closing on the second.
    detached: process.platform !== 'win32',
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) passOn(signal, child)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve(code ?? 1))
  })
}

function passOn(signal, child) {
  let lastMs = -Infinity
  process.on(signal, () => {
    const nowMs = performance.now()
    // The same key press, heard twice.
    if (nowMs - lastMs < keyBounceMs) return
    lastMs = nowMs
    child.kill(signal)
  })
}
