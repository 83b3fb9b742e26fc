import { expect, test } from 'vitest'
import { commandLineArguments } from './command-line-arguments.ts'

test.each([
  [
    ['taskscope-desktop', '--command-line', '--', 'run', 'course-demo'],
    ['run', 'course-demo'],
  ],
  // As from a checkout, with the app's folder and Chromium's own switches before it.
  [['electron', '--disable-gpu', '.', '--command-line', '--', '--version'], ['--version']],
  // What the user has written is nobody else's, whatever it looks like.
  [
    ['app', '--command-line', '--', '--', '--command-line', '--draw-document'],
    ['--', '--command-line', '--draw-document'],
  ],
  [['app', '--command-line', '--'], []],
])('of %j, the command line gets %j', (argv, written) => {
  expect(commandLineArguments(argv)).toEqual(written)
})

test.each([
  [['app']],
  [['app', '/home/somebody/run.taskscope']],
  [['app', '--command-line']],
  // A file's name, not ours to obey.
  [['app', '--', '--command-line']],
])('%j starts the app as usual', (argv) => {
  expect(commandLineArguments(argv)).toBeNull()
})
