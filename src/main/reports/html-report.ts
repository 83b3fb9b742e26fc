import { accountRun } from '#shared/analysis/account-run.ts'
import { criticalChain } from '#shared/analysis/critical-chain.ts'
import { findFindings } from '#shared/analysis/findings.ts'
import { summarize } from '#shared/analysis/summary.ts'
import type { Run } from '#shared/model/run.ts'
import { accountSection } from './html/account-section.ts'
import { failureList } from './html/failures.ts'
import { definitions, figures } from './html/figures.ts'
import { findingList } from './html/findings.ts'
import { heading, pageTitle } from './html/heading.ts'
import { markup } from './html/markup.ts'
import { htmlPage } from './html/page.ts'
import { picture } from './html/picture.ts'
import { planTable } from './html/plan-table.ts'
import { machineTable, measurementTable, optionsTable } from './html/settings.ts'
import { slotTable } from './html/slot-table.ts'
import { taskTable } from './html/task-table.ts'

/** What stands in the body of a run's page, with scripts or without. */
export function* reportBody(run: Run): Generator<string> {
  const summary = summarize(run)
  yield markup`${heading(run, summary)}
<main>${figures(summary)}${findingList(run, findFindings(run))}`.source
  yield* picture(run, summary, criticalChain(run))
  yield markup`${accountSection(accountRun(run))}${slotTable(run)}${failureList(run)}`.source
  yield* taskTable(run)
  yield markup`${planTable(run)}
${measurementTable(run, summary)}
<div class="side">${optionsTable(run)}${machineTable(run.header.environment)}</div>${definitions(summary)}
</main>`.source
}

/**
 * The run as a document to be read and printed: one HTML file that needs nothing else, no script, no network, no other file. Piece by
 * piece, like the JSON report. Its size does not grow with the number of tasks: what is merged or left out is said, and is in the JSON report.
 */
export function* htmlReport(run: Run): Generator<string> {
  yield* htmlPage(pageTitle(run), reportBody(run))
}
