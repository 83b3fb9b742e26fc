import type { RunId } from '#shared/model/ids.ts'
import { labelBounds, noLabels, type RunLabels, type RunListing } from '#shared/model/saved-run.ts'
import { texts } from '#shared/texts/texts.ts'
import { withTags } from './with-tags.ts'

/** What the editor needs of the world around it. */
export interface LabelSurroundings {
  /** Writes labels. Resolves with why they could not be; null: they are written. */
  readonly write: (runId: RunId, labels: RunLabels) => Promise<string | null>
  /** Says what became of labels whose run is no longer shown. */
  readonly report: (problem: string) => void
  /** Calls `run` after a while, unless the returned function is called before. */
  readonly after: (ms: number, run: () => void) => () => void
}

/** What was last heard of the labels that the editor shows. */
export type LabelState = 'calm' | 'changed' | 'writing' | 'saved'

/** Long enough to finish a word. */
const pauseMs = 900

const isSame = (one: RunLabels, other: RunLabels): boolean => JSON.stringify(one) === JSON.stringify(other)

/** Edits what people write on one run: saved after a pause, on leaving a field, and before another run takes its place. */
export class LabelEditor {
  readonly #around: LabelSurroundings
  #runId = $state.raw<RunId | null>(null)
  #draft = $state.raw<RunLabels>(noLabels)
  #state = $state.raw<LabelState>('calm')
  #problem = $state.raw<string | null>(null)
  /** What the library has, as far as this knows. */
  #known: RunLabels = noLabels
  #stopTimer: (() => void) | null = null
  /** One write after the other: the last one wins. */
  #writes: Promise<void> = Promise.resolve()

  constructor(around: LabelSurroundings) {
    this.#around = around
  }

  get runId(): RunId | null {
    return this.#runId
  }

  get labels(): RunLabels {
    return this.#draft
  }

  get state(): LabelState {
    return this.#state
  }

  /** Why the labels could not be saved; null: nothing to say. */
  get problem(): string | null {
    return this.#problem
  }

  /** Shows a run's labels. What was written for another run is saved first; what is being written for this one stays. */
  show(entry: RunListing | null): void {
    if (entry === null || entry.id !== this.#runId) {
      void this.save()
      this.#runId = entry?.id ?? null
      this.#known = this.#draft = entry?.labels ?? noLabels
      this.#state = 'calm'
      this.#problem = null
    } else if (this.#state !== 'changed' && this.#state !== 'writing') {
      this.#known = this.#draft = entry.labels
    }
  }

  changeTitle(title: string): void {
    this.#change({ ...this.#draft, title: title.slice(0, labelBounds.title) })
  }

  changeNote(note: string): void {
    this.#change({ ...this.#draft, note: note.slice(0, labelBounds.note) })
  }

  /** Adds the tags that a text names, apart by commas; none twice. False: none was new. */
  addTags(text: string): boolean {
    const tags = withTags(this.#draft.tags, text)
    if (tags.length === this.#draft.tags.length) return false
    if (tags.length > labelBounds.tags) {
      this.#problem = texts().refusals.mostTags(labelBounds.tags)
      return false
    }
    this.#change({ ...this.#draft, tags })
    void this.save()
    return true
  }

  removeTag(tag: string): void {
    this.#change({ ...this.#draft, tags: this.#draft.tags.filter((other) => other !== tag) })
    void this.save()
  }

  /** Saves now what has not been saved yet. */
  save(): Promise<void> {
    this.#stopTimer?.()
    this.#stopTimer = null
    const runId = this.#runId
    if (runId === null || this.#state !== 'changed') return this.#writes
    const labels: RunLabels = { ...this.#draft, title: this.#draft.title.trim() }
    if (isSame(labels, this.#known)) {
      this.#state = 'calm'
      return this.#writes
    }
    this.#state = 'writing'
    this.#writes = this.#writes.then(() => this.#write(runId, labels))
    return this.#writes
  }

  async #write(runId: RunId, labels: RunLabels): Promise<void> {
    const problem = await this.#around.write(runId, labels)
    // Somebody may be writing on another run by now.
    if (runId !== this.#runId) {
      if (problem !== null) this.#around.report(problem)
      return
    }
    this.#problem = problem
    if (problem === null) this.#known = labels
    // What could not be saved is kept, and tried again on leaving the field.
    if (this.#state === 'writing') this.#state = problem === null ? 'saved' : 'changed'
  }

  #change(labels: RunLabels): void {
    if (this.#runId === null) return
    this.#draft = labels
    this.#state = 'changed'
    this.#problem = null
    this.#stopTimer?.()
    this.#stopTimer = this.#around.after(pauseMs, () => void this.save())
  }
}
