import type { Api } from '#shared/ipc.ts'
import { isUnderWay, nameOfEntry } from '#shared/library/entry-state.ts'
import type { LibraryEntry } from '#shared/model/saved-run.ts'
import type { Exports, ExportTarget } from './export.svelte.ts'
import { LabelEditor } from './label-editor.svelte.ts'
import { LibraryCommands } from './library-commands.svelte.ts'
import { Library } from './library.svelte.ts'
import type { Settings } from './settings.svelte.ts'
import type { ViewName } from './views.svelte.ts'

interface RunsParts {
  readonly api: Api
  readonly settings: Settings
  readonly exports: Exports
  readonly show: (view: ViewName) => void
}

/** Everything that the view of saved runs knows, one store per concern. It outlives its view, which comes and goes. */
export class Runs {
  readonly library: Library
  readonly commands: LibraryCommands
  readonly labels: LabelEditor
  readonly exports: Exports

  constructor({ api, settings, exports, show }: RunsParts) {
    this.library = new Library(api)
    this.commands = new LibraryCommands({ api, library: this.library, settings, show })
    this.exports = exports
    this.labels = new LabelEditor({
      write: (runId, labels) => this.commands.label(runId, labels),
      report: (problem) => this.commands.report(problem),
      after: (ms, run) => {
        const timer = setTimeout(run, ms)
        return () => clearTimeout(timer)
      },
    })
  }

  /** The only selected run; null: there is none, or there are several. */
  get single(): LibraryEntry | null {
    const { selected } = this.library
    return selected.length === 1 ? (selected[0] ?? null) : null
  }

  /** The selected run as the export panel wants it; null: it is not one, or not one that can be exported. */
  get exportable(): ExportTarget | null {
    const { single } = this
    if (single?.kind !== 'run' || isUnderWay(single)) return null
    return { runId: single.id, title: nameOfEntry(single) }
  }

  export(): void {
    if (this.exportable !== null) this.exports.open(this.exportable)
  }

  follow(): () => void {
    return this.library.follow()
  }
}
