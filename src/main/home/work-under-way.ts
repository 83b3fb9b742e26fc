import type { Streams } from '#shared/ipc.ts'
import type { EndedWork, Work, WorkEnding, WorkKind } from '#shared/model/work-under-way.ts'
import { workKinds } from '#shared/model/work-under-way.ts'
import type { Fraction, Milliseconds } from '#shared/model/units.ts'

/** Who watches what goes on. */
export interface WorkWatcher {
  /** Something has begun, come further, or ended. */
  readonly onChange?: () => void
  readonly onEnd?: (ended: EndedWork) => void
}

interface Begun {
  readonly beganMs: Milliseconds
  name: string
  done: Fraction | null
}

/** How much of an export is done: what is written and what is being written, of all formats. */
function exportedShare({ formats }: Extract<Streams['export'], { formats: unknown }>): Fraction {
  const done = formats.map(({ progress }) =>
    progress.kind === 'writing' ? progress.done : progress.kind === 'waiting' ? 0 : 1,
  )
  return done.reduce((sum, share) => sum + share, 0) / Math.max(1, done.length)
}

/**
 * What goes on in the app: runs tell of themselves, everything else by the states that the window is told. Knows no window, and goes on without one.
 */
export class WorkUnderWay {
  readonly #nowMs: () => Milliseconds
  readonly #begun = new Map<WorkKind, Begun>()
  readonly #watchers = new Set<WorkWatcher>()

  constructor(nowMs: () => Milliseconds) {
    this.#nowMs = nowMs
  }

  /** In a fixed order, one of each kind at most. */
  get list(): readonly Work[] {
    return workKinds.flatMap((kind) => {
      const begun = this.#begun.get(kind)
      return begun === undefined ? [] : [{ kind, name: begun.name, done: begun.done }]
    })
  }

  get isAny(): boolean {
    return this.#begun.size > 0
  }

  /** Something is measured: the machine must not fall asleep over it. */
  get isMeasuring(): boolean {
    return [...this.#begun.keys()].some((kind) => kind !== 'export')
  }

  /** Until the returned function is called. */
  watch(watcher: WorkWatcher): () => void {
    this.#watchers.add(watcher)
    return () => this.#watchers.delete(watcher)
  }

  begin(kind: WorkKind, name: string): void {
    this.#begun.set(kind, { beganMs: this.#nowMs(), name, done: null })
    this.#changed()
  }

  /** Nothing to do where it has not begun. */
  progress(kind: WorkKind, done: Fraction): void {
    const begun = this.#begun.get(kind)
    if (begun === undefined || begun.done === done) return
    begun.done = done
    this.#changed()
  }

  /** Nothing to do where it has not begun. */
  end(kind: WorkKind, ending: WorkEnding): void {
    const begun = this.#begun.get(kind)
    if (begun === undefined) return
    this.#begun.delete(kind)
    const ended = { kind, name: begun.name, ending, tookMs: this.#nowMs() - begun.beganMs }
    for (const { onEnd } of [...this.#watchers]) onEnd?.(ended)
    this.#changed()
  }

  /** Takes what the window is told, whether or not there is one. */
  observe<Name extends keyof Streams>(name: Name, value: Streams[Name]): void {
    // A name and its value belong together, which the compiler does not follow.
    const told = { name, value } as {
      [Each in keyof Streams]: { name: Each; value: Streams[Each] }
    }[keyof Streams]
    switch (told.name) {
      case 'selfTest':
        this.#observeSelfTest(told.value)
        return
      case 'comparison':
        this.#observeExperiment('comparison', told.value)
        return
      case 'scaling':
        this.#observeExperiment('sweep', told.value)
        return
      case 'export':
        this.#observeExport(told.value)
        return
      default:
        return
    }
  }

  #observeSelfTest(state: Streams['selfTest']): void {
    if (state.kind === 'running') {
      if (!this.#begun.has('self-test')) this.begin('self-test', '')
      if (state.total > 0) this.progress('self-test', state.done / state.total)
    } else if (state.kind !== 'cancelling' && state.kind !== 'idle') {
      this.end('self-test', state.kind === 'finished' ? 'completed' : state.kind)
    }
  }

  #observeExperiment(kind: 'comparison' | 'sweep', state: Streams['comparison'] | Streams['scaling']): void {
    if (state.kind === 'over') this.end(kind, state.ending)
    if (state.kind !== 'running') return
    if (!this.#begun.has(kind)) this.begin(kind, state.outline.presetTitle)
    const { done, total } = state.progress
    if (total > 0 && done > 0) this.progress(kind, done / total)
  }

  #observeExport(state: Streams['export']): void {
    if (state.kind === 'running') {
      if (!this.#begun.has('export')) this.begin('export', '')
      this.progress('export', exportedShare(state))
    } else if (state.kind === 'over') {
      const kinds = state.formats.map(({ progress }) => progress.kind)
      this.end(
        'export',
        kinds.includes('failed') ? 'failed' : kinds.includes('cancelled') ? 'cancelled' : 'completed',
      )
    }
  }

  #changed(): void {
    for (const { onChange } of [...this.#watchers]) onChange?.()
  }
}
