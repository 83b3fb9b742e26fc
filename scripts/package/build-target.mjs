import { runtimeVariables } from '../setup/electron-runtime.mjs'
import { isCommandThere, packageTool } from '../setup/run.mjs'

/** What electron-builder calls the systems. */
const systemFlags = { linux: '--linux', darwin: '--mac', win32: '--win' }
const sevenZip = ['7zz', '7za', '7z'].find((name) => process.platform !== 'win32' && isCommandThere(name))

/** The 7-zip of this system, as electron-builder wants it; without one it fetches its own. */
export const hasSevenZip = () => sevenZip !== undefined

/**
 * Runs electron-builder for one target; `prepackaged`: the folder of the app that is to be wrapped, which otherwise is made anew.
 * False when it failed.
 */
export async function buildTarget(target, runtime, prepackaged) {
  const args = [
    systemFlags[process.platform],
    target,
    '--config',
    'electron-builder.config.mjs',
    '--publish',
    'never',
    ...(prepackaged === undefined ? [] : ['--prepackaged', prepackaged]),
  ]
  const exitCode = await packageTool('electron-builder', args, {
    env: {
      ...runtimeVariables(runtime),
      // The fallback runtime lies in a folder; the one that ships is fetched for each processor, with electron-builder's own cache.
      ...(runtime.kind === 'fallback' ? {} : { ELECTRON_OVERRIDE_DIST_PATH: undefined }),
      ...(sevenZip === undefined ? {} : { ELECTRON_BUILDER_7ZIP_PATH: await whereIs(sevenZip) }),
    },
    output: 'ignore',
  })
  return exitCode === 0
}

async function whereIs(program) {
  const { answerOf } = await import('../setup/run.mjs')
  return answerOf('sh', ['-c', `command -v ${program}`])?.trim()
}
