import { flushSync } from 'svelte'
import { assertNever } from '#shared/assert-never.ts'
import type { Api, MenuCommand } from '#shared/ipc.ts'
import { Commands } from './commands.svelte.ts'
import type { Finding } from '#shared/model/finding.ts'
import { Frames } from './frames.ts'
import { Highlight } from './highlight.svelte.ts'
import { Insights } from './insights.svelte.ts'
import { InspectorTabs } from './inspector-tabs.svelte.ts'
import { LiveRun } from './live-run.svelte.ts'
import { LatestFigures } from './run-figures.svelte.ts'
import { Search } from './search.svelte.ts'
import type { Turns } from './pieces.ts'
import { Selection } from './selection.svelte.ts'
import { SelfTest } from './self-test.svelte.ts'
import { Settings } from './settings.svelte.ts'
import { TaskList } from './task-list.svelte.ts'
import { Theme } from './theme.svelte.ts'
import { Viewport } from './viewport.svelte.ts'
import { WhatIfQuestion } from './what-if.svelte.ts'

const turns: Turns = {
  readClockMs: () => performance.now(),
  later: (run) => {
    const timer = setTimeout(run, 0)
    return () => clearTimeout(timer)
  },
}

/** Everything that the Lab window knows, one store per concern. Made once, in `main.ts`. */
export class Lab {
  readonly api: Api
  readonly frames = new Frames({
    requestFrame: (run) => requestAnimationFrame(run),
    settle: () => flushSync(),
    nowMs: () => performance.now(),
    after: (ms, run) => setTimeout(run, ms),
  })
  readonly live: LiveRun
  readonly figures = new LatestFigures(() => performance.now())
  readonly viewport = new Viewport()
  readonly selection = new Selection()
  readonly highlight = new Highlight()
  readonly insights = new Insights(turns)
  readonly whatIf = new WhatIfQuestion(turns)
  readonly tabs = new InspectorTabs(this.selection)
  readonly search: Search
  readonly list: TaskList
  readonly settings = new Settings()
  readonly selfTest: SelfTest
  readonly commands: Commands
  readonly theme = new Theme()

  constructor(api: Api) {
    this.api = api
    this.live = new LiveRun(api, this.frames)
    this.search = new Search(this.live)
    this.list = new TaskList(this.search)
    this.selfTest = new SelfTest(api)
    this.commands = new Commands(api, this.live, this.settings, this.selfTest)
  }

  /** Connects to the main process until the returned function is called. */
  follow(): () => void {
    const stops = [
      this.live.follow(),
      this.commands.follow(),
      this.selfTest.follow(),
      this.api.subscribe('menuCommand', (command) => this.obey(command)),
    ]
    void this.commands.readCatalog()
    return () => {
      for (const stop of stops) stop()
    }
  }

  /** Tells the main process that the window shows something. Only the measured start of the app depends on it. */
  reportFirstFrame(): void {
    this.api.reportFirstFrame(null).catch((error: unknown) => {
      console.warn('The first frame could not be reported:', error)
    })
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

  /** Carries out a command, from the menu or the keyboard. */
  obey(command: MenuCommand): void {
    switch (command) {
      case 'run':
        void this.commands.run()
        return
      case 'cancel':
        void this.commands.cancel()
        return
      case 'export-json':
        void this.commands.exportRun('json')
        return
      case 'export-html':
        void this.commands.exportRun('html')
        return
      case 'open-preset':
        void this.commands.openPreset()
        return
      case 'fit':
        this.viewport.fit()
        return
      case 'self-test':
        document.getElementById('machine')?.togglePopover(true)
        return
      default:
        assertNever(command)
    }
  }
}
