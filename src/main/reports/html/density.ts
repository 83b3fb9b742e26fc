import { durationFigure, figureText } from '#shared/format.ts'
import type { TaskIndex } from '#shared/model/ids.ts'
import type { TaskTable } from '#shared/model/task-table.ts'
import { stateCode } from '#shared/model/task.ts'
import { texts } from '#shared/texts/texts.ts'
import { hueClass, hueCount } from './colors.ts'
import { markup, type Markup } from './markup.ts'
import { plotWidth, type TimeScale } from './time-scale.ts'

/** Tasks are merged into columns of this width. */
const columnPx = 2
const columns = plotWidth / columnPx
/** How strong a column is drawn, by the share of it that is covered. */
const strengths = 4
const none = -1
const mixed = -2

/** The tasks of one lane that are too narrow to be drawn one by one, counted column by column. */
export class LaneDensity {
  readonly #scale: TimeScale
  /** Columns that share one tooltip. */
  readonly #columnsPerNote: number
  readonly #covered = new Float64Array(columns)
  readonly #group = new Int32Array(columns)
  readonly #begun = new Int32Array(columns)
  readonly #bad = new Int32Array(columns)

  constructor(scale: TimeScale, columnsPerNote: number) {
    this.#scale = scale
    this.#columnsPerNote = columnsPerNote
    this.clear()
  }

  /** Forgets the lane before. */
  clear(): void {
    this.#covered.fill(0)
    this.#group.fill(none)
    this.#begun.fill(0)
    this.#bad.fill(0)
  }

  add(tasks: TaskTable, task: TaskIndex, x0: number, x1: number): void {
    const first = Math.min(columns - 1, Math.floor(x0 / columnPx))
    const last = Math.min(columns - 1, Math.floor(x1 / columnPx))
    const group = tasks.group[task] as number
    const state = tasks.state[task] as number
    for (let column = first; column <= last; column++) {
      const coveredPx = Math.min(x1, (column + 1) * columnPx) - Math.max(x0, column * columnPx)
      this.#covered[column] = (this.#covered[column] as number) + Math.max(0, coveredPx)
      const before = this.#group[column] as number
      this.#group[column] = before === none || before === group ? group : mixed
    }
    this.#begun[first] = (this.#begun[first] as number) + 1
    if (state > stateCode.succeeded) this.#bad[first] = (this.#bad[first] as number) + 1
  }

  /** Draws what was merged: stretches of columns that look alike, a notch where a task did not succeed, a note on each part. */
  draw(y: number, height: number): Markup[] {
    const parts: Markup[] = []
    for (let from = 0; from < columns; from += this.#columnsPerNote) {
      const part = this.#drawPart(from, Math.min(columns, from + this.#columnsPerNote), y, height)
      if (part !== null) parts.push(part)
    }
    return parts
  }

  #look(column: number): string {
    const group = this.#group[column] as number
    if (group === none) return ''
    const share = (this.#covered[column] as number) / columnPx
    const strength = Math.min(strengths - 1, Math.floor(share * strengths))
    return `${group === mixed ? 'mixed' : hueClass(group % hueCount)} d${strength}`
  }

  #drawPart(from: number, to: number, y: number, height: number): Markup | null {
    const paths = new Map<string, string>()
    let notches = ''
    let begun = 0
    let bad = 0
    for (let column = from; column < to;) {
      const look = this.#look(column)
      let end = column
      do {
        begun += this.#begun[end] as number
        bad += this.#bad[end] as number
        if ((this.#bad[end] as number) > 0)
          notches += `M${end * columnPx} ${y}h2v${Math.max(2, Math.round(height / 3))}h-2z`
        end++
      } while (end < to && this.#look(end) === look)
      const width = (end - column) * columnPx
      if (look !== '')
        paths.set(look, `${paths.get(look) ?? ''}M${column * columnPx} ${y}h${width}v${height}h${-width}z`)
      column = end
    }
    if (paths.size === 0) return null
    const [fromText = '', toText = ''] = [from, to].map((column) => this.#timeText(column * columnPx))
    const note = texts().reportTracks.tasks.begun(begun, fromText, toText, bad)
    const drawn = [...paths].map(([look, path]) => markup`<path class="${look}" d="${path}"/>`)
    const notched = notches === '' ? null : markup`<path class="notch" d="${notches}"/>`
    return markup`<g class="dense"><title>${note}</title>${drawn}${notched}</g>`
  }

  #timeText(x: number): string {
    return figureText(durationFigure(Math.max(0, this.#scale.ms(x))))
  }
}
