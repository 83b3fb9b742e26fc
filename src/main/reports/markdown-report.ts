import { accountRun } from '#shared/analysis/account-run.ts'
import { findFindings } from '#shared/analysis/findings.ts'
import { summarize } from '#shared/analysis/summary.ts'
import { durationFigure } from '#shared/format.ts'
import type { Finding } from '#shared/model/finding.ts'
import { taskName } from '#shared/model/plan.ts'
import { reportSuffixes } from '#shared/model/report-format.ts'
import type { Run } from '#shared/model/run.ts'
import { environmentFacts, type Fact } from '#shared/words/environment-facts.ts'
import { presetTitle } from '#shared/words/preset-words.ts'
import { texts } from '#shared/texts/texts.ts'
import { endingOf, lostRecords } from './ending.ts'
import type { ExportFacts, Exporter } from './exporter.ts'
import { measurementFacts } from './html/measurement-table.ts'
import { shortened } from './html/plain-text.ts'
import { optionFacts } from './html/settings.ts'
import { utcText } from './html/utc-text.ts'
import { whereTheRestIs } from './html/words.ts'
import { accountTable } from './markdown/account-table.ts'
import { asCode, asText, table } from './markdown/markdown-text.ts'
import { plainFigure } from './markdown/plain-figure.ts'
import { summaryTable } from './markdown/summary-table.ts'

/** Failures told one by one: an issue is no place for all of a thousand. */
const mostFailures = 10
const mostMessage = 300

function section(title: string, body: string): string {
  return body === '' ? '' : `### ${title}\n\n${body}\n`
}

function findingItem({ severity, sentence, advice }: Finding): string {
  const tip = advice === '' ? '' : ` ${asText(advice)}`
  return `- **${texts().reportPage.severities[severity]}**: ${asText(sentence)}${tip}\n`
}

function failureList({ failures, header }: Run): string {
  const shown = [...failures].sort(([one], [other]) => one - other).slice(0, mostFailures)
  const items = shown.map(
    ([task, { name, message }]) =>
      `- ${asText(taskName(header.plan, task))}: ${asCode(`${name}: ${shortened(message, mostMessage)}`)}\n`,
  )
  const left = failures.size - shown.length
  if (left > 0) items.push(`- ${texts().reportPage.failures.more(left)} ${whereTheRestIs()}\n`)
  return items.join('')
}

function factTable(facts: readonly Fact[]): string {
  return table(
    [{ title: texts().reportPage.what }, { title: texts().reportPage.value }],
    facts.map(([name, value]) => [asText(name), asText(value)]),
  )
}

/** What most readers will not need, folded. */
function details(run: Run, facts: readonly Fact[]): string {
  const { options, environment, preparationMs } = run.header
  const words = texts().reportPage
  return `<details>
<summary>${words.machineAndSettings}</summary>

#### ${words.machine}

${factTable(environmentFacts(environment))}
#### ${words.options}

${factTable([...optionFacts(options), [words.option.preparation, words.option.beforeFirst(plainFigure(durationFigure(preparationMs)))]])}
#### ${texts().reportTables.measurement.heading}

${factTable(facts)}
</details>
`
}

/** What somebody wrote about the run, as a quotation: each line is a paragraph. Empty where nobody did. */
function note(text: string): string {
  return text
    .split(/[\r\n]+/)
    .filter((line) => line.trim() !== '')
    .map((line) => `> ${asText(line.trim())}\n`)
    .join('>\n')
}

function* markdown(run: Run, { labels, taskscope }: ExportFacts): Generator<string> {
  const { header } = run
  const summary = summarize(run)
  const { sign, word, sentence, reason } = endingOf(run, summary)
  const under = texts().strategies[header.strategy].under
  const lost = lostRecords(run)
  const words = texts().reportPage
  yield `## ${asText(labels.title === '' ? presetTitle(header.preset) : labels.title)} ${under}\n\n`
  yield `${sign} **${word}.** ${sentence}${reason === '' ? '' : asCode(reason)}\n\n`
  if (lost !== '') yield `! **${words.ending.incomplete}.** ${lost}\n\n`
  const quoted = note(labels.note)
  if (quoted !== '') yield `${quoted}\n`
  yield `${summaryTable(summary)}\n`
  yield section(words.findings, findFindings(run).map(findingItem).join(''))
  const accounting = accountRun(run)
  yield section(words.accounts.heading, accounting === null ? '' : accountTable(accounting))
  yield section(words.failures.heading(run.failures.size), failureList(run))
  yield details(run, measurementFacts(run, summary))
  yield `\n${words.footer(asText(taskscope), asCode(header.id), asCode(header.preset.id), asText(utcText(header.startedAt)))}\n`
}

/**
 * A summary of the run for an issue tracker, in GitHub's flavour of Markdown: how it ended, figures, findings, where the time went, the first
 * failures; machine and settings folded. Whatever comes from a preset, a task or a person is text: it makes no link, mention or markup.
 */
export const markdownReport: Exporter = (run, facts) => [
  { suffix: reportSuffixes.markdown[0], pieces: markdown(run, facts) },
]
