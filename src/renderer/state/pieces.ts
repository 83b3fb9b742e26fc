import { messageOf } from '#shared/message-of.ts'
import type { Milliseconds } from '#shared/model/units.ts'

/** A piece of work may be shorter than this; a turn ends with the first piece that goes beyond it. */
const turnMs: Milliseconds = 25

/** What working in pieces needs of the window. */
export interface Turns {
  readonly readClockMs: () => Milliseconds
  /** Calls back when the window had the chance to draw; gives the function that forgets it. */
  readonly later: (run: () => void) => () => void
}

export interface PieceWatcher<Piece, Result> {
  readonly onPiece: (piece: Piece) => void
  readonly onDone: (result: Result) => void
  /** The work threw, which is a bug: what went wrong, in words. */
  readonly onProblem: (message: string) => void
}

/**
 * Does work that comes in pieces, a few milliseconds at a time, so that the window goes on drawing. No piece runs before this
 * returns. Gives the function that ends it early: nothing is told after that.
 */
export function workInPieces<Piece, Result>(
  work: Iterator<Piece, Result>,
  { readClockMs, later }: Turns,
  { onPiece, onDone, onProblem }: PieceWatcher<Piece, Result>,
): () => void {
  let isEnded = false
  let forget: () => void = () => undefined
  const turn = (): void => {
    const beginMs = readClockMs()
    do {
      let next: IteratorResult<Piece, Result>
      try {
        next = work.next()
      } catch (error) {
        onProblem(messageOf(error))
        return
      }
      if (next.done === true) {
        onDone(next.value)
        return
      }
      onPiece(next.value)
      // A watcher may have ended it.
      if (isEnded) return
    } while (readClockMs() - beginMs < turnMs)
    forget = later(turn)
  }
  forget = later(turn)
  return () => {
    isEnded = true
    forget()
  }
}
