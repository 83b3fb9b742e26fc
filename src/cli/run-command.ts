import { mkdtemp, realpath } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import process from 'node:process'
import type { Writable } from 'node:stream'
import { messageOf } from '#shared/message-of.ts'
import type { Preset } from '#shared/model/preset.ts'
import type { Run } from '#shared/model/run.ts'
import { stateCode } from '#shared/model/task.ts'
import type { Engine } from '../main/compose-engine.ts'
import { InputError, quote } from '../main/engine/input-error.ts'
import { readPresetFile } from '../main/engine/preset-library.ts'
import { htmlReport } from '../main/reports/html-report.ts'
import { jsonReport } from '../main/reports/json-report.ts'
import { whyUnwritable, writePieces, writeReport } from '../main/reports/write-report.ts'
import { isClosedPipe } from './closed-pipe.ts'
import { exitCodes } from './exit-codes.ts'
import type { RunCommand } from './parse-arguments.ts'
import { ProgressLine } from './progress-line.ts'
import { summaryText } from './summary-text.ts'

/** Ctrl-C, a polite end from outside, and a terminal that is closed: what ran is reported all the same. */
const endingSignals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** A file when it looks like one, else a preset's id. */
function findPreset(engine: Engine, name: string): Preset {
  return /[/\\]|\.json$/i.test(name) ? readPresetFile(name) : engine.presets.find(name)
}

async function checkOutputs(command: RunCommand): Promise<void> {
  if (command.htmlFile === '-') throw new InputError('--html: expected a file, got "-".')
  for (const file of [command.jsonFile, command.htmlFile]) {
    if (file === '') throw new InputError('Expected the name of a file to write, got nothing.')
    if (file === null || file === '-') continue
    const reason = await whyUnwritable(file)
    if (reason !== null) throw new InputError(reason)
  }
  const { jsonFile, htmlFile } = command
  if (jsonFile !== null && htmlFile !== null && (await trueName(jsonFile)) === (await trueName(htmlFile))) {
    throw new InputError(`--json and --html: expected two files, got ${quote(htmlFile)} for both.`)
  }
}

/** One name for each file, whatever way leads to it. */
function trueName(file: string): Promise<string> {
  return realpath(file).catch(() => resolve(file))
}

/** Writes one report; when its place has become unwritable meanwhile, writes it elsewhere and says where. */
async function saveReport(file: string, pieces: () => Iterable<string>): Promise<boolean> {
  try {
    await writeReport(file, pieces())
    return true
  } catch (error) {
    // In a folder of its own: nobody else's file is in the way there.
    const elsewhere = join(await mkdtemp(join(tmpdir(), 'taskscope-report-')), basename(file))
    process.stderr.write(`${file} could not be written: ${messageOf(error)}.\n`)
    await writeReport(elsewhere, pieces())
    process.stderr.write(`The report is in ${elsewhere} instead.\n`)
    return false
  }
}

/** Standard output and standard error, until whoever reads them has had enough: the run's other outputs still count. */
async function print(stream: Writable, pieces: Iterable<string>): Promise<void> {
  try {
    await writePieces(stream, pieces)
  } catch (error) {
    if (!isClosedPipe(error)) throw error
  }
}

async function writeOutputs(command: RunCommand, run: Run): Promise<boolean> {
  let isComplete = true
  if (command.jsonFile === '-') await print(process.stdout, jsonReport(run))
  else if (command.jsonFile !== null) isComplete = await saveReport(command.jsonFile, () => jsonReport(run))
  if (command.htmlFile !== null)
    isComplete = (await saveReport(command.htmlFile, () => htmlReport(run))) && isComplete
  if (!command.isQuiet) {
    // The document has standard output to itself.
    const stream = command.jsonFile === '-' ? process.stderr : process.stdout
    await print(stream, [summaryText(run)])
  }
  return isComplete
}

function allSucceeded(run: Run): boolean {
  return run.phase.kind === 'completed' && run.tasks.state.every((state) => state === stateCode.succeeded)
}

/** `taskscope run`: gives the exit code. */
export async function runCommand(engine: Engine, command: RunCommand): Promise<number> {
  const preset = findPreset(engine, command.preset)
  await checkOutputs(command)
  const progress = new ProgressLine(process.stderr, !command.isQuiet)
  let showing: NodeJS.Timeout | undefined
  const underWay = engine.start(preset, command.strategy ?? preset.strategy, command.options, {
    onPreparing: (step) => progress.show(`${step} …`),
    onBegun: (recorder) => {
      showing = setInterval(() => progress.showRun(recorder.run), 100)
    },
  })

  let interrupts = 0
  const interrupt = (): void => {
    if (++interrupts > 1) process.exit(exitCodes.interrupted)
    progress.show('Cancelling …')
    underWay.cancel()
  }
  for (const signal of endingSignals) process.on(signal, interrupt)
  try {
    const run = await underWay.finished
    progress.clear()
    const isComplete = await writeOutputs(command, run)
    if (!isComplete) return exitCodes.badInput
    return allSucceeded(run) ? exitCodes.succeeded : exitCodes.someFailed
  } finally {
    clearInterval(showing)
    progress.clear()
    for (const signal of endingSignals) process.off(signal, interrupt)
  }
}
