/** Movement up to here is still a click. */
const clickReachPx = 3

/** Where the pointer is, in CSS pixels, and which buttons it holds down. */
export type PointerPlace = Pick<PointerEvent, 'clientX' | 'clientY' | 'buttons'>

/** How far to move the picture. */
export interface DragStep {
  readonly byX: number
  readonly byY: number
}

/** A drag from its press to its release, wherever on the screen the pointer goes. */
export class Drag {
  #from: { readonly x: number; readonly y: number } | null = null
  #hasMoved = false

  /** True from the press to the release. */
  get isHeld(): boolean {
    return this.#from !== null
  }

  /** True once the pointer left the reach of a click, and after the release until the next press. */
  get hasMoved(): boolean {
    return this.#hasMoved
  }

  press({ clientX, clientY }: PointerPlace): void {
    this.#from = { x: clientX, y: clientY }
    this.#hasMoved = false
  }

  /** What the pointer has moved since the last step; null: nothing is dragged. */
  move({ clientX, clientY, buttons }: PointerPlace): DragStep | null {
    // Released where nobody heard of it, such as outside of the window.
    if (buttons === 0) this.release()
    if (this.#from === null) return null
    const byX = clientX - this.#from.x
    const byY = clientY - this.#from.y
    if (!this.#hasMoved && Math.hypot(byX, byY) <= clickReachPx) return null
    this.#hasMoved = true
    this.#from = { x: clientX, y: clientY }
    return { byX, byY }
  }

  release(): void {
    this.#from = null
  }
}
