import { durationFigure, figureText } from '#shared/format.ts'
import type { Evidence, Finding, Severity } from '#shared/model/finding.ts'
import { taskName } from '#shared/model/plan.ts'
import type { Run } from '#shared/model/run.ts'
import { texts } from '#shared/texts/texts.ts'
import { markup, written, type Content, type Markup } from './markup.ts'

/** Named one by one as evidence; the JSON report has more of them. */
const mostNamed = 3

/** A sign and a word for each severity: it is never told by colour alone. */
const looks: Readonly<Record<Severity, { readonly sign: string; readonly tone: string }>> = {
  problem: { sign: '!', tone: 'danger' },
  advice: { sign: '→', tone: 'warning' },
  note: { sign: 'i', tone: 'note-tone' },
  good: { sign: '✓', tone: 'good' },
}

function named(names: readonly string[], all: number, more: (count: number) => string): Content {
  const rest = all - names.length
  const list = names.map((name, at): Content => [at === 0 ? null : ', ', written(name)])
  return rest > 0 ? [list, more(rest)] : list
}

function evidenceText(run: Run, { fromMs, toMs, tasks, slots }: Evidence): Content {
  const { plan, slots: allSlots } = run.header
  const time = (ms: number): string => figureText(durationFigure(ms))
  return [
    texts().reportPage.to(time(fromMs), time(toMs)),
    slots.length === 0
      ? null
      : [
          ' · ',
          named(
            slots.slice(0, mostNamed).map((slot) => allSlots[slot]?.name ?? ''),
            slots.length,
            texts().reportPage.moreSlots,
          ),
        ],
    tasks.length === 0
      ? null
      : [
          ' · ',
          named(
            tasks.slice(0, mostNamed).map((task) => taskName(plan, task)),
            tasks.length,
            texts().reportPage.moreTasks,
          ),
        ],
  ]
}

function item(run: Run, { severity, sentence, advice, evidence }: Finding): Markup {
  const { sign, tone } = looks[severity]
  const tip = advice === '' ? null : markup`<p>${written(advice)}</p>`
  return markup`
<li class="${tone}"><p><strong><span aria-hidden="true">${sign}</span> ${texts().reportPage.severities[severity]}</strong> ${written(sentence)}</p>${tip}
<p class="muted where">${evidenceText(run, evidence)}</p></li>`
}

/** What the record says about the run, in words, in the order given; null while nothing can be said. */
export function findingList(run: Run, findings: readonly Finding[]): Markup | null {
  if (findings.length === 0) return null
  return markup`
<section aria-labelledby="findings-heading"><h2 id="findings-heading">${texts().reportPage.findings}</h2>
<ul class="findings">${findings.map((finding) => item(run, finding))}
</ul></section>`
}
