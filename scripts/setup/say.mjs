// Set-up speaks on standard error only: standard output belongs to the command that is being set up.

/** Something that set-up can't do. The message is one sentence that says what to type. */
export class SetUpProblem extends Error {}

export function say(text) {
  process.stderr.write(`${text}\n`)
}

/** Ends a script: a known problem as its sentence, anything else as the bug that it is. */
export function giveUp(error) {
  if (!(error instanceof SetUpProblem)) throw error
  say(error.message)
  process.exitCode = 1
}
