import { durationFigure, figureText } from '#shared/format.ts'
import type { Run } from '#shared/model/run.ts'
import { stateCode } from '#shared/model/task.ts'

/** A terminal's standard error, as far as a progress line needs it. */
export interface Terminal {
  readonly isTTY?: boolean
  readonly columns?: number
  write(text: string): boolean
}

const eraseLine = '\r\u001b[K'

function progressText(run: Run): string {
  let running = 0
  let ended = 0
  for (const state of run.tasks.state) {
    if (state === stateCode.running) running++
    else if (state > stateCode.running) ended++
  }
  const elapsed = figureText(durationFigure(run.nowMs)).replace('\u202f', ' ')
  return `${run.header.preset.id}  ${elapsed}  ${ended} of ${run.tasks.count} ended, ${running} running`
}

/** One line that is written over and over, on a terminal only: a log file gets nothing. */
export class ProgressLine {
  readonly #terminal: Terminal
  readonly #isOn: boolean

  constructor(terminal: Terminal, isWanted: boolean) {
    this.#terminal = terminal
    this.#isOn = isWanted && terminal.isTTY === true
  }

  show(text: string): void {
    if (this.#isOn) this.#terminal.write(`${eraseLine}${text.slice(0, (this.#terminal.columns ?? 80) - 1)}`)
  }

  showRun(run: Run): void {
    if (this.#isOn) this.show(progressText(run))
  }

  clear(): void {
    if (this.#isOn) this.#terminal.write(eraseLine)
  }
}
