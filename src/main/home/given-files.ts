import { isAbsolute, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Some desktops hand over addresses. */
function pathOf(argument: string, workingFolder: string): string {
  if (argument.startsWith('file://')) {
    try {
      return fileURLToPath(argument)
    } catch {
      // Of another host, or malformed: then it is a strange name, and will not be found.
    }
  }
  return isAbsolute(argument) ? argument : resolve(workingFolder, argument)
}

/**
 * The files in the arguments that the app was started with, as full paths: everything that is no option of ours or Chromium's. `argv`: as the
 * process has it, its program first. `appFolder`: where the app itself is, which is an argument in development. After `--` all are files.
 */
export function givenFiles(
  argv: readonly string[],
  { workingFolder, appFolder }: { readonly workingFolder: string; readonly appFolder: string },
): string[] {
  const [, ...given] = argv
  const end = given.indexOf('--')
  const before = end === -1 ? given : given.slice(0, end)
  const after = end === -1 ? [] : given.slice(end + 1)
  return [...before.filter((argument) => !argument.startsWith('-')), ...after]
    .filter((argument) => argument !== '')
    .map((argument) => pathOf(argument, workingFolder))
    .filter((file) => file !== resolve(appFolder))
}
