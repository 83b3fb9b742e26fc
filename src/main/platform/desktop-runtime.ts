import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import type { Drawing } from '#shared/model/drawing.ts'
import { needsNoSandbox } from './chromium-sandbox.ts'
import { desktopExecutable, realRuntimeConditions, type RuntimeConditions } from './desktop-executable.ts'

/** Something on this machine that can draw. */
export interface DesktopRuntime {
  /** Draws in a process of its own, without a window or a display. Rejects with what kept it from that. */
  draw(drawing: Drawing, signal?: AbortSignal): Promise<void>
}

/** A page with thousands of rows on a busy machine takes seconds. */
const limitMs = 120_000

/** Runs a program to its end; gives its exit code, or null where a signal or the time limit ended it. Rejects where it does not start. */
function run(
  program: string,
  args: readonly string[],
  signal: AbortSignal | undefined,
): Promise<number | null> {
  // Set by some editors' terminals, it would turn Electron into a plain Node.
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: undefined }
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      env,
      // What Chromium says of buses and graphics there means nothing to anybody.
      stdio: 'ignore',
      timeout: limitMs,
      killSignal: 'SIGKILL',
      ...(signal === undefined ? {} : { signal }),
    })
    child.once('error', reject)
    child.once('exit', resolve)
  })
}

async function drawWith(
  program: string,
  appFolder: string,
  drawing: Drawing,
  signal: AbortSignal | undefined,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'taskscope-desktop-'))
  const job = join(folder, 'job.json')
  const isLinux = process.platform === 'linux'
  try {
    await writeFile(job, JSON.stringify(drawing))
    const code = await run(
      program,
      [
        ...(needsNoSandbox(program) ? ['--no-sandbox'] : []),
        ...(isLinux ? ['--ozone-platform=headless'] : []),
        '--disable-gpu',
        // Never the profile of an app that may be open.
        `--user-data-dir=${join(folder, 'profile')}`,
        appFolder,
        '--draw-document',
        job,
      ],
      signal,
    )
    if (code === 0) return
    const reason = await readFile(`${job}.problem`, 'utf8').catch(() => '')
    if (reason !== '') throw new Error(reason)
    throw new Error(
      code === null
        ? `the desktop runtime did not draw it within ${limitMs / 1000} s`
        : `the desktop runtime ended with exit code ${code}`,
    )
  } finally {
    // Chromium's helpers may still be writing there.
    await rm(folder, { recursive: true, force: true, maxRetries: 5 }).catch(() => undefined)
  }
}

/** Gives the desktop runtime, or why there is none, as a sentence. `appFolder` holds the app's package.json, and what was built of it. */
export function findDesktopRuntime(
  appFolder: string,
  conditions: RuntimeConditions = realRuntimeConditions(),
): Promise<DesktopRuntime | { readonly whyNot: string }> {
  const program = desktopExecutable(appFolder, conditions)
  if (program === null)
    return Promise.resolve({
      whyNot:
        'PDF and PNG are drawn by the desktop runtime (Electron), and there is none here: install it with "npm start", or name its folder in ELECTRON_OVERRIDE_DIST_PATH.',
    })
  if (!conditions.exists(join(appFolder, 'out', 'main', 'index.js')))
    return Promise.resolve({
      whyNot: 'PDF and PNG are drawn by the app, which is not built yet: "npm start" builds it.',
    })
  return Promise.resolve({ draw: (drawing, signal) => drawWith(program, appFolder, drawing, signal) })
}
