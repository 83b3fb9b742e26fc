/** The flag with which the package's command starts the app, before `--` and what the user has written. */
const flag = '--command-line'

/** What the user has written for the command line; null: the app was started as usual. */
export function commandLineArguments(argv: readonly string[]): readonly string[] | null {
  const end = argv.indexOf('--')
  return end === -1 || !argv.slice(0, end).includes(flag) ? null : argv.slice(end + 1)
}
