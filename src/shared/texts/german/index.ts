import type { Texts } from '../texts.ts'
import { actions } from './actions.ts'
import { keys } from './keys.ts'
import { dialogs } from './dialogs.ts'
import { menus } from './menus.ts'
import { notifications } from './notifications.ts'
import { spoken } from './spoken.ts'
import { tables } from './tables.ts'
import { lab } from './lab.ts'
import { machine } from './machine.ts'
import { machineEvents } from './machine-events.ts'
import { inspector } from './inspector.ts'
import { whatIfView } from './what-if-view.ts'
import { taskTable } from './task-table.ts'
import { nouns } from './nouns.ts'
import { executors, kinds, policies, states, strategies } from './strategies.ts'
import { parameterUnits, workloads } from './workloads.ts'
import { presets } from './presets.ts'
import { accounts } from './accounts.ts'
import { summary } from './summary.ts'
import { parts } from './parts.ts'
import { timeline } from './timeline.ts'
import { tracks } from './tracks.ts'
import { comparisonWords } from './comparison-words.ts'
import { scalingWords } from './scaling-words.ts'
import { reportFormats } from './report-formats.ts'
import { libraryWords } from './library-words.ts'
import { environment, numbers } from './environment.ts'
import { whatIfWords } from './what-if-words.ts'
import { refusals } from './refusals.ts'
import { fields } from './fields.ts'
import { compare } from './compare.ts'
import { compareResult } from './compare-result.ts'
import { settings } from './settings.ts'
import { home } from './home.ts'
import { palette } from './palette.ts'
import { about } from './about.ts'
import { welcome } from './welcome.ts'
import { choosing } from './choosing.ts'
import { findingWords } from './findings-words.ts'
import { taskFindings } from './findings-of-tasks.ts'
import { sizeFindings } from './findings-of-sizes.ts'
import { machineFindings } from './findings-of-machine.ts'
import { scaling } from './scaling.ts'
import { scalingResult } from './scaling-result.ts'
import { runs } from './runs.ts'
import { exporting } from './exporting.ts'
import { viewer } from './viewer.ts'
import { emptyCompare } from './empty-compare.ts'
import { comparisonSentences } from './comparison-sentences.ts'
import { scalingSentences } from './scaling-sentences.ts'
import { reportPage } from './report-page.ts'
import { reportTracks } from './report-tracks.ts'
import { reportTables } from './report-tables.ts'
import { experimentReport } from './experiment-report.ts'

/** The catalogue in German. */
export const german: Texts = {
  actions,
  keys,
  dialogs,
  menus,
  notifications,
  spoken,
  tables,
  lab,
  machine,
  machineEvents,
  inspector,
  whatIfView,
  taskTable,
  nouns,
  strategies,
  policies,
  kinds,
  executors,
  states,
  workloads,
  parameterUnits,
  presets,
  accounts,
  summary,
  parts,
  timeline,
  tracks,
  comparisonWords,
  scalingWords,
  reportFormats,
  libraryWords,
  environment,
  numbers,
  whatIfWords,
  refusals,
  fields,
  compare,
  compareResult,
  settings,
  home,
  palette,
  about,
  welcome,
  choosing,
  findingWords,
  taskFindings,
  sizeFindings,
  machineFindings,
  scaling,
  scalingResult,
  runs,
  exporting,
  viewer,
  emptyCompare,
  comparisonSentences,
  scalingSentences,
  reportPage,
  reportTracks,
  reportTables,
  experimentReport,
}
