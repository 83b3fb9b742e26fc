import { flushSync } from 'svelte'
import type { Finding } from '#shared/model/finding.ts'
import type { RunId } from '#shared/model/ids.ts'
import type { Run } from '#shared/model/run.ts'
import type { Frames } from './frames.ts'
import { Highlight } from './highlight.svelte.ts'
import { Insights } from './insights.svelte.ts'
import { InspectorTabs } from './inspector-tabs.svelte.ts'
import type { Turns } from './pieces.ts'
import type { FollowedRun } from './run-follower.ts'
import { LatestFigures } from './run-figures.svelte.ts'
import { Search } from './search.svelte.ts'
import { Selection } from './selection.svelte.ts'
import type { TableName } from './table-names.ts'
import { TaskList } from './task-list.svelte.ts'
import { LatestTrackFigures } from './track-figures.ts'
import { Viewport } from './viewport.svelte.ts'
import { WhatIfQuestion } from './what-if.svelte.ts'

const turns: Turns = {
  readClockMs: () => performance.now(),
  later: (run) => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const afterFrame = (): void => {
      timer = setTimeout(run, 0)
    }
    // A hidden window gets no frames, and nobody waits for its picture.
    const frame = document.hidden ? null : requestAnimationFrame(afterFrame)
    if (frame === null) afterFrame()
    return () => {
      if (frame !== null) cancelAnimationFrame(frame)
      clearTimeout(timer)
    }
  },
}

/** Where the run on screen comes from: the main process, or the page that it was saved in. Reactive where the run may change. */
export interface RunSource {
  readonly shown: FollowedRun | null
  readonly run: Run | null
  /** What keeps the picture from following the run; null: nothing does. */
  readonly problem: string | null
}

/** One run laid out to be looked at: all that a view of it knows, one store per concern. Starts nothing, and needs no main process. */
export class RunDesk {
  readonly frames: Frames
  readonly source: RunSource
  readonly figures = new LatestFigures(() => performance.now())
  readonly tracks = new LatestTrackFigures(() => performance.now())
  readonly viewport = new Viewport()
  readonly selection = new Selection()
  readonly highlight = new Highlight()
  readonly insights = new Insights(turns)
  readonly whatIf = new WhatIfQuestion(turns)
  readonly tabs = new InspectorTabs(this.selection)
  readonly search: Search
  readonly list: TaskList
  /** The height that the user gave the task table, in CSS pixels at the usual size of text. */
  tableHeight = $state(168)
  /** Which table is under the picture. */
  table = $state<TableName>('tasks')
  isChainWanted = $state(true)
  #followedId: RunId | undefined

  constructor(frames: Frames, source: RunSource) {
    this.frames = frames
    this.source = source
    this.search = new Search(source)
    this.list = new TaskList(this.search)
  }

  /** Another run is another picture: what belongs to the one before, such as a task selected in it, may not exist in this one. */
  beginWith(runId: RunId | undefined): void {
    if (runId === this.#followedId) return
    this.#followedId = runId
    this.viewport.fit()
    this.deselect()
  }

  /** Puts a finding's evidence before the user: its time, its worst task, and all tasks that show it. */
  showFinding(finding: Finding): void {
    const { run } = this.source
    if (run === null) return
    const { fromMs, toMs, tasks } = finding.evidence
    this.highlight.show(run, finding)
    const worst = tasks[0]
    // The task's lane comes into view first, which may move the time axis as well: the evidence has the last word there.
    flushSync(() => {
      if (worst === undefined) this.selection.clear()
      else this.selection.pointOut(worst)
    })
    this.viewport.show(fromMs, toMs)
  }

  /** Nothing is selected, and nothing stands out. */
  deselect(): void {
    this.selection.clear()
    this.highlight.clear()
  }
}
