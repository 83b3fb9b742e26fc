import { flushSync } from 'svelte'
import type { Api } from '#shared/ipc.ts'
import { Commands } from './commands.svelte.ts'
import type { Finding } from '#shared/model/finding.ts'
import type { RunId } from '#shared/model/ids.ts'
import type { Frames } from './frames.ts'
import { Highlight } from './highlight.svelte.ts'
import { Insights } from './insights.svelte.ts'
import { InspectorTabs } from './inspector-tabs.svelte.ts'
import { LiveRun } from './live-run.svelte.ts'
import { LatestFigures } from './run-figures.svelte.ts'
import { Search } from './search.svelte.ts'
import type { Turns } from './pieces.ts'
import { Selection } from './selection.svelte.ts'
import type { SelfTest } from './self-test.svelte.ts'
import type { Settings } from './settings.svelte.ts'
import { TaskList } from './task-list.svelte.ts'
import { LatestTrackFigures } from './track-figures.ts'
import { Viewport } from './viewport.svelte.ts'
import { WhatIfQuestion } from './what-if.svelte.ts'

const turns: Turns = {
  readClockMs: () => performance.now(),
  later: (run) => {
    const timer = setTimeout(run, 0)
    return () => clearTimeout(timer)
  },
}

/** What all views of the window share. */
export interface LabSurroundings {
  readonly api: Api
  readonly frames: Frames
  readonly settings: Settings
  readonly selfTest: SelfTest
  /** What else occupies the machine, as a sentence; null: nothing does. */
  readonly otherWork: () => string | null
}

/** Everything that the Lab knows, one store per concern. It outlives its view, which comes and goes. */
export class Lab {
  readonly frames: Frames
  readonly live: LiveRun
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
  readonly settings: Settings
  readonly commands: Commands
  areOptionsOpen = $state(false)
  /** The height that the user gave the task table, in CSS pixels. */
  tableHeight = $state(168)
  isChainWanted = $state(true)
  #followedId: RunId | undefined

  constructor({ api, frames, settings, selfTest, otherWork }: LabSurroundings) {
    this.frames = frames
    this.settings = settings
    this.live = new LiveRun(api, frames)
    this.search = new Search(this.live)
    this.list = new TaskList(this.search)
    this.commands = new Commands(api, this.live, settings, selfTest, otherWork)
  }

  /** Connects to the main process until the returned function is called. */
  follow(): () => void {
    const stops = [this.live.follow(), this.commands.follow()]
    void this.commands.readCatalog()
    return () => {
      for (const stop of stops) stop()
    }
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
    const { run } = this.live
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
