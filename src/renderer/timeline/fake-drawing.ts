import type { Drawing } from './drawing.ts'
import { coreLevels, hueCount, type Palette } from './palette.ts'
import { TimeScale } from './time-scale.ts'

/** What was drawn, in order: "fill", x, y, width, height, colour and so on, rounded to hundredths. */
export type Drawn = readonly (string | number)[]

const named = (name: string): string[] => Array.from({ length: hueCount + 1 }, (_, at) => `${name} ${at}`)

/** Colours with the names of what they stand for. */
export const fakePalette: Palette = {
  isDark: false,
  isStrong: false,
  background: 'background',
  text: 'text',
  muted: 'muted',
  grid: 'grid',
  lane: 'lane',
  danger: 'danger',
  warning: 'warning',
  accent: 'accent',
  mixed: 'mixed',
  memory: 'memory',
  memoryOwn: 'memory-own',
  queue: 'queue',
  chain: 'chain',
  unmeasured: 'unmeasured',
  hues: named('hue').slice(0, hueCount),
  inks: named('ink').slice(0, hueCount),
  hatches: named('hatch'),
  blockedHatch: 'blocked hatch',
  coreRamps: named('core').map((name) =>
    Array.from({ length: coreLevels }, (_, level) => `${name} level ${level}`),
  ),
}

const round = (value: number): number => Math.round(value * 100) / 100

/** A canvas for tests: notes what is drawn on it. Text is six pixels a letter. */
class FakeCanvas {
  readonly drawn: Drawn[] = []
  fillStyle = ''
  strokeStyle = ''
  globalAlpha = 1
  lineWidth = 1
  lineCap = 'butt'
  lineJoin = 'miter'

  #note(kind: string, ...values: readonly (string | number)[]): void {
    this.drawn.push([kind, ...values.map((value) => (typeof value === 'number' ? round(value) : value))])
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    this.#note('fill', x, y, width, height, this.fillStyle, this.globalAlpha)
  }
  strokeRect(x: number, y: number, width: number, height: number): void {
    this.#note('frame', x, y, width, height, this.strokeStyle)
  }
  fillText(text: string, x: number, y: number): void {
    this.#note('text', text, x, y, this.fillStyle)
  }
  measureText(text: string): { width: number } {
    return { width: text.length * 6 }
  }
  moveTo(x: number, y: number): void {
    this.#note('move', x, y)
  }
  lineTo(x: number, y: number): void {
    this.#note('line', x, y)
  }
  stroke(): void {
    this.#note('stroke', this.strokeStyle, this.lineWidth)
  }
  setLineDash(segments: readonly number[]): void {
    this.#note('dash', ...segments)
  }
  beginPath(): void {
    this.#note('path')
  }
  arc(): void {
    this.#note('arc')
  }
  rect(): void {
    this.#note('rect')
  }
  save(): void {
    this.#note('save')
  }
  restore(): void {
    this.#note('restore')
  }
  clip(): void {
    this.#note('clip')
  }
}

/** A drawing for tests, one pixel a millisecond from 0 on, and what comes of it. */
export function fakeDrawing(width: number, height: number): { drawing: Drawing; drawn: readonly Drawn[] } {
  const canvas = new FakeCanvas()
  return {
    drawing: {
      // It has all that these draw functions use.
      canvas: canvas as unknown as CanvasRenderingContext2D,
      width,
      height,
      scale: new TimeScale({ fromMs: 0, toMs: width }, width),
      palette: fakePalette,
    },
    drawn: canvas.drawn,
  }
}
