import { accountRun } from '#shared/analysis/account-run.ts'
import { criticalChain } from '#shared/analysis/critical-chain.ts'
import { findFindings } from '#shared/analysis/findings.ts'
import { summarize } from '#shared/analysis/summary.ts'
import type { Run } from '#shared/model/run.ts'
import type { RunLabels } from '#shared/model/saved-run.ts'
import { texts } from '#shared/texts/texts.ts'
import type { ExportFacts } from './exporter.ts'
import { accountSection } from './html/account-section.ts'
import { failureList } from './html/failures.ts'
import { definitions, figures } from './html/figures.ts'
import { findingList } from './html/findings.ts'
import { withHatchLines } from './html/hatch-lines.ts'
import { heading, pageTitle } from './html/heading.ts'
import { markup, written, type Markup } from './html/markup.ts'
import { htmlPage } from './html/page.ts'
import { picture } from './html/picture.ts'
import { planTable } from './html/plan-table.ts'
import { machineTable, measurementTable, optionsTable } from './html/settings.ts'
import { slotTable } from './html/slot-table.ts'

/** Paper: what can be opened on a screen cannot be opened here, and a heading stays with what it stands above. */
const paper = `
@page{size:A4 landscape;margin:12mm 12mm 15mm}
body{max-width:none;padding:0}
p{max-width:none}
details{display:none}
h2,h3,caption,figcaption{break-after:avoid}
/* Avoided within the whole section, breaks come in the middle of what follows it (Chromium 130). */
.timeline{break-before:page;break-inside:auto;margin-top:0}
.timeline .note,.timeline p{break-after:auto}
li,figure,.ending,.side>section{break-inside:avoid}
.scroll{overflow:visible}
.quoted{white-space:pre-wrap;margin:8px 0;padding-left:12px;border-left:2px solid var(--border)}`

function noteOf({ note, tags }: RunLabels): Markup | null {
  const tagged =
    tags.length === 0
      ? null
      : markup`<p class="muted">${texts().reportPage.tags} ${tags.map((tag, at) => [at === 0 ? null : ', ', written(tag)])}</p>`
  const noted = note === '' ? null : markup`<p class="quoted">${written(note)}</p>`
  return markup`${tagged}${noted}`
}

function* body(run: Run, labels: RunLabels): Generator<string> {
  const summary = summarize(run)
  yield markup`${heading(run, summary)}${noteOf(labels)}
<main>${figures(summary)}${findingList(run, findFindings(run))}`.source
  for (const piece of picture(run, summary, criticalChain(run))) yield withHatchLines(piece)
  yield markup`${accountSection(accountRun(run))}${slotTable(run)}${failureList(run)}${planTable(run)}
${measurementTable(run, summary)}
<div class="side">${optionsTable(run)}${machineTable(run.header.environment)}</div>${definitions(summary)}
</main>`.source
}

/** The run as a page to be printed: what the HTML report says, but for the tasks one by one. */
export function* pdfPage(run: Run, { labels }: ExportFacts): Generator<string> {
  const { preset } = run.header
  const titled: Run =
    labels.title === ''
      ? run
      : { ...run, header: { ...run.header, preset: { ...preset, title: labels.title } } }
  yield* htmlPage(pageTitle(titled), body(titled, labels), paper)
}
