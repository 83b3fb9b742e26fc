import { app } from 'electron'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { messageOf } from '#shared/message-of.ts'
import { commandLine } from '../cli/command-line.ts'
import { exitCodes } from '../cli/exit-codes.ts'
import { launchUtility } from './utility-processes.ts'

/** What `process.exit` rests on in every Node; its types leave it out. */
const nodeProcess = process as unknown as { reallyExit(code: number): never }

/** A profile of its own, gone with the process: another may be open in an app, and nothing here is to be kept. */
function makeProfile(): string {
  const profile = mkdtempSync(join(tmpdir(), 'taskscope-command-'))
  process.once('exit', () => {
    try {
      // Chromium's threads may still be writing there.
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    } catch {
      // Nobody reads any more what could be said of it.
    }
  })
  return profile
}

/** Waits until all that was written has left the process; one whose reader has gone has nothing to wait for. */
function drained(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    if (stream.destroyed || stream.writableLength === 0) resolve()
    else stream.write('', () => resolve())
  })
}

/** Makes this process end as a plain Node does, for what nobody has caught, too: Electron would ask the user in a window. */
function endAsNode(): void {
  // Electron's own neither tells those who clean up nor ends at once, and Chromium writes its profile once more.
  const exit = (code?: number): never => {
    const ending = code ?? exitCodes.succeeded
    process.emit('exit', ending)
    return nodeProcess.reallyExit(ending)
  }
  Object.assign(process, { exit })
  const endWith = (error: unknown): void => {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    process.exit(exitCodes.someFailed)
  }
  process.on('uncaughtException', endWith)
  process.on('unhandledRejection', endWith)
}

/** Performs one command inside the app's own program, without a window, and ends it with the command's exit code. `entries`: where the built entry files are. */
export async function performAndExit(written: readonly string[], entries: string): Promise<void> {
  endAsNode()
  try {
    app.setPath('userData', makeProfile())
  } catch (error) {
    process.stderr.write(`taskscope: No temporary folder could be made: ${messageOf(error)}.\n`)
    process.exit(exitCodes.badInput)
    return
  }
  // No process that draws, and none for a network that is not used: they would write into the profile while it is removed, and Chromium gives up where
  // a closed terminal's signal ends the one that draws.
  for (const name of ['disable-gpu', 'in-process-gpu']) app.commandLine.appendSwitch(name)
  app.commandLine.appendSwitch('enable-features', 'NetworkServiceInProcess2')
  // Electron quits where there is no window left, which there never is.
  app.on('window-all-closed', () => undefined)
  // By a signal, while nothing runs that could be cancelled.
  app.on('before-quit', () => process.exit(exitCodes.interrupted))
  // Child processes are to be had from then on. Signals, too, are Electron's until then.
  await app.whenReady()
  const code = await commandLine({
    arguments: written,
    entries,
    appFolder: app.getAppPath(),
    launch: launchUtility,
  })
  await Promise.all([drained(process.stdout), drained(process.stderr)])
  process.exit(code)
}
