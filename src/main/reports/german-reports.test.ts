import { afterEach, beforeEach, expect, test } from 'vitest'
import { compareTrials } from '#shared/analysis/comparison/compare-trials.ts'
import { analyseSweep } from '#shared/analysis/scaling/analyse-sweep.ts'
import { englishWordIn } from '#shared/texts/english-words.ts'
import { useLanguage } from '#shared/texts/language.ts'
import { comparisonHtml } from './experiments/comparison-html.ts'
import { fakeComparison } from './experiments/fake-experiment.ts'
import { fakeScaling } from './experiments/fake-scaling.ts'
import { scalingHtml } from './experiments/scaling-html.ts'
import { fakeBusyRun } from './fake-busy-run.ts'
import { exportedText, fakeFacts } from './fake-facts.ts'
import { htmlReport } from './html-report.ts'
import { markdownReport } from './markdown-report.ts'
import { pdfPage } from './pdf-page.ts'
import { svgReport } from './svg-report.ts'

beforeEach(() => useLanguage('de'))
afterEach(() => useLanguage('en'))

/** What a reader sees or hears of a page: texts and titles, without what somebody wrote and the names of slots. */
function readableTexts(page: string): string[] {
  const told = page
    .replaceAll(/\bslot \d/g, '')
    .replaceAll(/<style[^]*?<\/style>|<bdi>[^]*?<\/bdi>|<code>[^]*?<\/code>/g, '')
    .replaceAll(/ (?:title|aria-label)="([^"]*)"/g, '>$1<')
  return told.split(/<[^>]*>|[<>]/).map((text) => text.trim())
}

const english = (page: string): string[] => readableTexts(page).filter((text) => englishWordIn(text) !== null)

test('reports of a run in German have nothing left in English, and say which language they are in', async () => {
  const run = fakeBusyRun()
  const page = [...htmlReport(run)].join('')
  expect(page).toContain('<html lang="de">')
  expect(english(page)).toEqual([])
  expect(english([...pdfPage(run, fakeFacts)].join(''))).toEqual([])
  expect(english(await exportedText(svgReport, run))).toEqual([])
  const markdown = (await exportedText(markdownReport, run)).replaceAll(/`[^`]*`|^>.*$/gm, '')
  expect(markdown.split('\n').filter((line) => englishWordIn(line) !== null)).toEqual([])
})

test('reports of comparisons and sweeps in German have nothing left in English', () => {
  const { outline, trials, runs } = fakeComparison()
  const wish = {
    variants: outline.variants,
    trials,
    baseline: 0,
    pairing: 'rounds',
    isComplete: false,
  } as const
  expect(english([...comparisonHtml(compareTrials(wish), outline, trials, runs)].join(''))).toEqual([])

  const sweep = fakeScaling()
  const scaling = analyseSweep({
    presetId: 'made-up',
    presetTitle: 'Made up',
    strategy: 'hybrid',
    size: 'cpu',
    values: sweep.outline.sweep?.values ?? [],
    trials: sweep.trials,
    isComplete: true,
  })
  expect(english([...scalingHtml(scaling, sweep.outline, sweep.trials, sweep.runs)].join(''))).toEqual([])
})
