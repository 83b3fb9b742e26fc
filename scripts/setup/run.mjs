import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { inProject, projectRoot } from './paths.mjs'

const standardError = 2

/**
 * Runs a program to its end. Resolves to its exit code; a program that is missing, was stopped by a signal or
 * outlived `timeoutMs` counts as exit code 1. What it prints goes to our standard error, unless `output` or
 * `errors` send it elsewhere.
 */
export function run(command, args, options = {}) {
  const { env, cwd = projectRoot, output = standardError, errors = standardError, timeoutMs } = options
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', output, errors],
      timeout: timeoutMs,
      // npm is a batch file on Windows, which only a shell starts.
      shell: process.platform === 'win32' && command === 'npm',
    })
    child.once('error', () => resolve(1))
    child.once('close', (code) => resolve(code ?? 1))
  })
}

/** The npm that runs this script, else the one on the path. */
export function npm(args, options) {
  const running = process.env.npm_execpath ?? ''
  // `npm run -s` hands its silence down, and a failing set-up has to say why.
  const allArgs = [...args, '--loglevel=error']
  return basename(running) === 'npm-cli.js'
    ? run(process.execPath, [running, ...allArgs], options)
    : run('npm', allArgs, options)
}

/** Runs a tool that an installed package brings, with this Node or another, on every platform alike. */
export function packageTool(packageName, args, options = {}) {
  const { tool = packageName, executable = process.execPath, ...runOptions } = options
  const folder = inProject('node_modules', ...packageName.split('/'))
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  return run(executable, [join(folder, typeof bin === 'string' ? bin : bin[tool]), ...args], runOptions)
}

/** What a short command prints, or undefined when it is missing or fails. */
export function answerOf(command, args) {
  const { status, stdout } = spawnSync(command, args, {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C' },
  })
  return status === 0 ? stdout : undefined
}

export function isProcessAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // It lives, but belongs to somebody else.
    return error.code === 'EPERM'
  }
}

export const isCommandThere = (name) => answerOf('sh', ['-c', `command -v ${name}`]) !== undefined
