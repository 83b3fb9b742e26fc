import { flushSync } from 'svelte'
import { assertNever } from '#shared/assert-never.ts'
import type { ActionId } from '#shared/actions.ts'
import type { Api } from '#shared/ipc.ts'
import { messageOf } from '#shared/message-of.ts'
import type { RunId } from '#shared/model/ids.ts'
import { isOver } from '#shared/model/run.ts'
import { texts } from '#shared/texts/texts.ts'
import { presetTitle } from '#shared/words/preset-words.ts'
import { ComparedPanelsState } from './compared-panels.svelte.ts'
import { ComparisonStore } from './comparison.svelte.ts'
import { Exports, type ExportTarget } from './export.svelte.ts'
import { Frames } from './frames.ts'
import { Home } from './home.svelte.ts'
import { Lab } from './lab.svelte.ts'
import { Runs } from './runs.ts'
import { Saving } from './saving.svelte.ts'
import { ScalingStore } from './scaling.svelte.ts'
import { SelfTest } from './self-test.svelte.ts'
import { Settings } from './settings.svelte.ts'
import type { Theme } from './theme.svelte.ts'
import { Views, type ViewName } from './views.svelte.ts'

/** The commands that mean something else in each view. */
interface ViewCommands {
  readonly run: () => Promise<void>
  readonly cancel: () => Promise<void>
  readonly export: () => void
  readonly fit: () => void
}

const noRun = (): Promise<void> => Promise.resolve()

/** Puts the focus on the first button of a group that is in the view on screen. */
function focusOn(id: string): void {
  document.getElementById(id)?.querySelector('button')?.focus()
}

/** Everything that the window knows: what its views share, and one store for each of them. Made once, in `main.ts`. */
export class Workbench {
  readonly api: Api
  readonly frames = new Frames({
    requestFrame: (run) => requestAnimationFrame(run),
    settle: () => flushSync(),
    nowMs: () => performance.now(),
    after: (ms, run) => setTimeout(run, ms),
  })
  readonly views = new Views(sessionStorage)
  /** The presets, and what the Lab's next run will be. */
  readonly settings = new Settings()
  readonly selfTest: SelfTest
  readonly lab: Lab
  readonly comparison: ComparisonStore
  /** The picture of the comparison. */
  readonly panels: ComparedPanelsState
  readonly scaling: ScalingStore
  readonly exports: Exports
  readonly saving: Saving
  readonly runs: Runs
  readonly home: Home
  #isPaletteOpen = $state(false)

  constructor(api: Api) {
    this.api = api
    this.selfTest = new SelfTest(api)
    this.lab = new Lab({
      api,
      frames: this.frames,
      settings: this.settings,
      selfTest: this.selfTest,
      otherWork: () => this.#comparisonText ?? this.#sweepText,
    })
    this.comparison = new ComparisonStore(
      api,
      this.settings,
      sessionStorage,
      () => this.#labText ?? this.#sweepText,
    )
    this.panels = new ComparedPanelsState(api)
    this.scaling = new ScalingStore(api, this.settings, () => this.#labText ?? this.#comparisonText)
    this.exports = new Exports(api, localStorage)
    this.saving = new Saving(api)
    this.runs = new Runs({
      api,
      settings: this.settings,
      exports: this.exports,
      show: (view) => this.views.show(view),
    })
    this.home = new Home({
      api,
      views: this.views,
      settings: this.settings,
      runs: this.runs,
      memory: sessionStorage,
    })
  }

  get theme(): Theme {
    return this.home.theme
  }

  /** Whether the command palette is open. */
  get isPaletteOpen(): boolean {
    return this.#isPaletteOpen
  }

  set isPaletteOpen(isOpen: boolean) {
    this.#isPaletteOpen = isOpen
  }

  /** The view whose experiment is under way; null: none is. */
  get busyView(): ViewName | null {
    if (this.comparison.isUnderWay) return 'compare'
    return this.scaling.isUnderWay ? 'scaling' : null
  }

  get #comparisonText(): string | null {
    return this.comparison.isUnderWay ? texts().refusals.comparisonUnderWay : null
  }

  get #sweepText(): string | null {
    return this.scaling.isUnderWay ? texts().refusals.sweepUnderWay : null
  }

  get #labText(): string | null {
    if (this.selfTest.isUnderWay) return texts().refusals.selfTestUnderWay
    return this.lab.commands.isIdle ? null : texts().refusals.runUnderWay
  }

  /** A page, or the first steps, stand in place of the view. */
  get isViewCovered(): boolean {
    return this.views.page !== null || (this.views.current === 'lab' && this.home.welcome.coversView)
  }

  /** Closes what stands in place of the view; true: there was something. */
  uncoverView(): boolean {
    if (!this.isViewCovered) return false
    if (this.views.page === null) this.home.welcome.end()
    else this.views.closePage()
    return true
  }

  /** Connects to the main process until the returned function is called. */
  follow(): () => void {
    const stops = [
      this.lab.follow(),
      this.selfTest.follow(),
      this.comparison.follow(),
      this.scaling.follow(),
      this.exports.follow(),
      this.saving.follow(),
      this.runs.follow(),
      this.home.follow(),
      this.api.subscribe('comparison', ({ kind }) => {
        if (kind === 'running') this.panels.reset()
      }),
      this.api.subscribe('action', (action) => this.obey(action)),
    ]
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

  /** Carries out an action, from the menu, the palette or the keyboard. */
  obey(action: ActionId): void {
    const { commands } = this.lab
    switch (action) {
      case 'run':
        // What begins is to be seen.
        this.views.closePage()
        void this.#shown.run()
        return
      case 'cancel':
        void this.#shown.cancel()
        return
      case 'export':
        this.views.closePage()
        this.#shown.export()
        return
      case 'import':
        void this.runs.commands.import()
        return
      case 'open-preset':
        void commands.openPreset()
        return
      case 'fit':
        this.views.closePage()
        this.#shown.fit()
        return
      case 'self-test':
        document.getElementById('machine')?.togglePopover(true)
        return
      case 'view-lab':
        this.views.show('lab')
        return
      case 'view-compare':
        this.views.show('compare')
        return
      case 'view-scaling':
        this.views.show('scaling')
        return
      case 'view-runs':
        this.views.show('runs')
        return
      case 'shortcuts':
        document.getElementById('help')?.togglePopover()
        return
      case 'settings':
      case 'about':
        this.views.openPage(action)
        return
      case 'palette':
        this.#isPaletteOpen = !this.#isPaletteOpen
        return
      case 'welcome':
        this.views.show('lab')
        this.home.welcome.begin()
        return
      default:
        assertNever(action)
    }
  }

  /** Makes a run of the last comparison or sweep the run on screen. Resolves with why it could not be; null: it is. */
  async openInLab(runId: RunId): Promise<string | null> {
    try {
      const answer = await this.api.openExperimentRun({ runId })
      if (answer.kind === 'refused') return answer.message
      this.views.show('lab')
      return null
    } catch (error) {
      return texts().refusals.runOpen(messageOf(error))
    }
  }

  /** The run of the Lab, as the export panel wants it; null: there is none, or it is not over. */
  get exportable(): ExportTarget | null {
    const { live, commands } = this.lab
    const { run } = live
    if (run === null || !isOver(run.phase) || commands.phase === 'preparing') return null
    return { runId: run.header.id, title: presetTitle(run.header.preset) }
  }

  /** Opens the export panel for the run of the Lab. */
  exportShown(): void {
    if (this.exportable !== null) this.exports.open(this.exportable)
  }

  /** What commands mean in the view on screen. */
  get #shown(): ViewCommands {
    const { lab, comparison, panels, scaling } = this
    switch (this.views.current) {
      case 'lab':
        return {
          run: () => lab.commands.run(),
          cancel: () => lab.commands.cancel(),
          export: () => this.exportShown(),
          fit: () => lab.viewport.fit(),
        }
      case 'compare':
        return {
          run: () => comparison.start(),
          cancel: () => comparison.cancel(),
          export: () => focusOn('compare-exports'),
          fit: () => panels.viewport.fit(),
        }
      case 'scaling':
        return {
          run: () => scaling.start(),
          cancel: () => scaling.cancel(),
          export: () => focusOn('scaling-exports'),
          fit: () => undefined,
        }
      case 'runs':
        return { run: noRun, cancel: noRun, export: () => this.runs.export(), fit: () => undefined }
      default:
        return assertNever(this.views.current)
    }
  }
}
