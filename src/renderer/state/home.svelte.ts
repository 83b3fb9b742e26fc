import type { Api, OpenedFile } from '#shared/ipc.ts'
import type { SettingsState } from '#shared/model/app-settings.ts'
import { settledOptions } from '#shared/settled-options.ts'
import { AppSettingsStore } from './app-settings.svelte.ts'
import { Opened } from './opened.svelte.ts'
import { useOwnCostLimit } from './own-cost-limit.svelte.ts'
import { Power } from './power.svelte.ts'
import { Recent } from './recent.svelte.ts'
import type { Runs } from './runs.ts'
import type { Settings } from './settings.svelte.ts'
import { Theme } from './theme.svelte.ts'
import type { Views } from './views.svelte.ts'
import { Welcome } from './welcome.svelte.ts'

interface HomeParts {
  readonly api: Api
  readonly views: Views
  readonly settings: Settings
  readonly runs: Runs
  readonly memory: Pick<Storage, 'getItem' | 'setItem'>
}

/** What the window knows of the app on this desktop: settings, recent files, power, what is opened from outside, first steps. */
export class Home {
  readonly settings: AppSettingsStore
  readonly theme: Theme
  readonly recent: Recent
  readonly power: Power
  readonly opened: Opened
  readonly welcome: Welcome
  readonly #parts: HomeParts

  constructor(parts: HomeParts) {
    const { api } = parts
    this.#parts = parts
    this.settings = new AppSettingsStore(api, (state) => this.#take(state))
    this.theme = new Theme((theme) => void this.settings.change({ theme }))
    this.recent = new Recent(api)
    this.power = new Power(api)
    this.opened = new Opened(api, (opened) => this.#show(opened))
    this.welcome = new Welcome(parts.memory, () => void this.settings.change({ isWelcomed: true }))
  }

  follow(): () => void {
    const stops = [this.settings.follow(), this.recent.follow(), this.power.follow(), this.opened.follow()]
    return () => {
      for (const stop of stops) stop()
    }
  }

  #take(state: SettingsState): void {
    this.#parts.settings.prefer(settledOptions(state.settings))
    useOwnCostLimit(state.settings.warnOwnCostFrom)
    this.theme.take(state.settings.theme)
    // Of a file that could not be read, nobody knows whether they were welcomed: what is wrong with it comes first.
    if (state.problems.length === 0) this.welcome.beginIfNew(state.settings.isWelcomed)
  }

  /** Makes what was opened from outside the thing that is looked at. */
  #show(opened: OpenedFile): void {
    const { views, settings, runs } = this.#parts
    switch (opened.kind) {
      case 'preset':
        settings.addPreset(opened.preset)
        this.welcome.giveWay()
        views.show('lab')
        return
      case 'runs':
        if (opened.runIds.length === 0) return
        this.welcome.giveWay()
        runs.library.clearFilter()
        runs.library.select(opened.runIds)
        views.show(opened.isShown ? 'lab' : 'runs')
        return
      case 'refused':
        return
    }
  }
}
