import { sortChecks } from '#shared/analysis/comparison/sort-checks.ts'
import type { Check, CheckLevel } from '#shared/model/comparison.ts'
import { checkLevelWords, checkWords } from '#shared/words/comparison-words.ts'
import { texts } from '#shared/texts/texts.ts'
import { markup, written, type Markup } from '../html/markup.ts'

/** A sign and a tone for each level; its word stands beside it. */
const looks: Readonly<Record<CheckLevel, { readonly sign: string; readonly tone: string }>> = {
  error: { sign: '✗', tone: 'danger' },
  warning: { sign: '!', tone: 'warning' },
  note: { sign: 'i', tone: 'note-tone' },
  ok: { sign: '✓', tone: 'good' },
}

function objection({ level, sentence }: Check): Markup {
  const { sign, tone } = looks[level]
  return markup`
<li class="${tone}"><p><strong><span aria-hidden="true">${sign}</span> ${checkLevelWords[level].label}</strong> ${written(sentence)}</p></li>`
}

function row({ id, level, sentence }: Check): Markup {
  const { label, definition } = checkWords[id]
  return markup`
<tr><th scope="row" title="${definition}">${label}</th><td class="${looks[level].tone} level"><span aria-hidden="true">${looks[level].sign}</span> ${checkLevelWords[level].label}</td><td>${written(sentence)}</td></tr>`
}

/** What was looked at before the verdicts: objections in full, all of it folded; null where nothing was. */
export function checkList(checks: readonly Check[]): Markup | null {
  if (checks.length === 0) return null
  const { objections, passed } = sortChecks(checks)
  const list =
    objections.length === 0
      ? null
      : markup`
<ul class="findings">${objections.map(objection)}
</ul>`
  const words = texts().experimentReport.checks
  const summary =
    objections.length === 0 ? words.allPassed(checks.length) : words.somePassed(checks.length, passed.length)
  return markup`
<section aria-labelledby="checks-heading"><h2 id="checks-heading">${words.heading}</h2>${list}
<details><summary>${summary}</summary>
<table class="facts checks"><tbody>${checks.map(row)}
</tbody></table></details></section>`
}
