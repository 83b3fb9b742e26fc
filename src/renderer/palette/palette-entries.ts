import { actionIds, type ActionId } from '#shared/actions.ts'
import { nameOfEntry } from '#shared/library/entry-state.ts'
import { themeChoices } from '#shared/model/app-settings.ts'
import { reportFormats } from '#shared/model/report-format.ts'
import { strategyIds, type StrategyId } from '#shared/model/strategy.ts'
import { texts, type Texts } from '#shared/texts/texts.ts'
import { presetTitle } from '#shared/words/preset-words.ts'
import { actionKeys } from '../parts/key-text.ts'
import { actionProblem } from '../state/action-problem.ts'
import type { Workbench } from '../state/workbench.svelte.ts'
import type { Findable } from './rank-entries.ts'

/** Something that can be done from the palette. */
export interface PaletteEntry extends Findable {
  readonly id: string
  readonly group: keyof Texts['palette']['groups']
  /** The key that does it, too; empty: there is none. */
  readonly keys: string
  /** Why it cannot be done now; null: it can. */
  readonly problem: string | null
  readonly run: () => void
}

type EntriesOf = (workbench: Workbench) => readonly PaletteEntry[]

const viewActions: Partial<Readonly<Record<ActionId, true>>> = {
  'view-lab': true,
  'view-compare': true,
  'view-scaling': true,
  'view-runs': true,
}

const actionEntries: EntriesOf = (workbench) => {
  const { actions: names, palette } = texts()
  return actionIds
    .filter((id) => id !== 'palette')
    .map((id) => ({
      id,
      title: viewActions[id] === true ? palette.view(names[id]) : names[id],
      group: 'action',
      keys: actionKeys(id),
      problem: actionProblem(id, workbench),
      run: () => workbench.obey(id),
    }))
}

/** Where a preset or a strategy is chosen from the palette: in the view on screen, or in the Lab where it has none. */
function choosers({ views, settings, comparison, scaling }: Workbench): {
  readonly preset: (id: string) => void
  readonly strategy: (strategy: StrategyId) => void
} {
  const inLab = {
    preset: (id: string) => {
      views.show('lab')
      settings.choosePreset(id)
    },
    strategy: (strategy: StrategyId) => {
      views.show('lab')
      settings.strategy = strategy
    },
  }
  switch (views.current) {
    case 'compare':
      return { ...inLab, preset: (id) => comparison.setup.choosePreset(id) }
    case 'scaling':
      return {
        preset: (id) => scaling.setup.choosePreset(id),
        strategy: (strategy) => scaling.setup.choose({ strategy }),
      }
    case 'lab':
    case 'runs':
      return inLab
  }
}

const choiceEntries: EntriesOf = (workbench) => {
  const { palette, parts } = texts()
  const { preset, strategy } = choosers(workbench)
  const plain = { keys: '', problem: null } as const
  return [
    ...workbench.settings.presets.map((offer) => ({
      ...plain,
      id: `preset-${offer.id}`,
      title: palette.preset(presetTitle(offer)),
      // Whoever knows a preset by the name of its file finds it, too.
      alias: offer.id,
      group: 'preset' as const,
      run: () => preset(offer.id),
    })),
    ...strategyIds.map((id) => ({
      ...plain,
      id: `strategy-${id}`,
      title: palette.strategy(texts().strategies[id].title),
      group: 'strategy' as const,
      run: () => strategy(id),
    })),
    ...themeChoices.map((choice) => ({
      ...plain,
      id: `theme-${choice}`,
      title: palette.theme(parts.themes[choice]),
      group: 'theme' as const,
      run: () => (workbench.home.theme.choice = choice),
    })),
  ]
}

const exportEntries: EntriesOf = (workbench) => {
  const { palette, reportFormats: formats } = texts()
  const isOfRuns = workbench.views.current === 'lab' || workbench.views.current === 'runs'
  return reportFormats.map((format) => ({
    id: `export-${format}`,
    title: palette.export(formats[format].title),
    alias: format,
    group: 'export',
    keys: '',
    problem: isOfRuns ? actionProblem('export', workbench) : palette.why.notHere,
    run: () => {
      for (const other of reportFormats) workbench.exports.choose(other, other === format)
      workbench.obey('export')
    },
  }))
}

const savedEntries: EntriesOf = ({ home, runs }) => {
  const { palette } = texts()
  return [
    ...home.recent.files.map((file) => ({
      id: `recent-${file.id}`,
      title: palette.recent(file.name),
      group: 'recent' as const,
      keys: '',
      problem: null,
      run: () => void home.recent.open(file),
    })),
    ...runs.library.entries.flatMap((entry) =>
      entry.kind === 'run'
        ? {
            id: `run-${entry.id}`,
            title: palette.openRun(nameOfEntry(entry)),
            alias: `${entry.id} ${entry.labels.tags.join(' ')}`,
            group: 'run' as const,
            keys: '',
            problem: null,
            run: () => void runs.commands.open(entry.id),
          }
        : [],
    ),
  ]
}

/** All that can be done from the palette now, in the order in which it is listed while nothing is typed. */
export function paletteEntries(workbench: Workbench): readonly PaletteEntry[] {
  return [actionEntries, choiceEntries, exportEntries, savedEntries].flatMap((entriesOf) =>
    entriesOf(workbench),
  )
}
