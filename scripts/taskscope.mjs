// npm run -s taskscope -- <arguments>: the command line, after installing and building whatever is missing.
import { pathToFileURL } from 'node:url'
import { inProject } from './setup/paths.mjs'
import { prepareCommandLine } from './setup/prepare.mjs'
import { giveUp } from './setup/say.mjs'

try {
  await prepareCommandLine()
  await becomeCommandLine()
} catch (error) {
  giveUp(error)
}

/** In this very process rather than in a child: signals, standard input and the exit code need no passing on. */
async function becomeCommandLine() {
  const program = inProject('out', 'main', 'cli.js')
  process.argv[1] = program
  await import(pathToFileURL(program).href)
}
