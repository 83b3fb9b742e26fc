import { texts } from '#shared/texts/texts.ts'
import { counted } from '#shared/format.ts'
import type { OwnCpu, SelfTestResult } from '#shared/model/self-test.ts'
import { durationText, percentText, withPlainSpaces } from './plain-figure.ts'
import { plainText } from './plain-text.ts'
import { textTable } from './text-table.ts'

function ownLine(own: OwnCpu | null): string {
  if (own === null) return 'own CPU time: not known, for it takes samples (and a platform that tells)'
  const window = own.window === null ? '' : `, window ${percentText(own.window)}`
  return `own CPU time while observed: ${percentText(own.total)} of one core (main thread ${percentText(own.mainThread)}, sampler ${percentText(own.sampler)}${window})`
}

/** What `taskscope self-test` prints, with a final newline. */
export function selfTestText(result: SelfTestResult): string {
  const { presetTitle, presetId, strategy, taskCount, isShortened, pairs, medianMs } = result
  const title = `Self-test with ${presetTitle} (${presetId}) under ${texts().strategies[strategy].title.toLowerCase()}, ${counted(taskCount, 'task')} a run${isShortened ? ' (fewer than the preset has, to save time)' : ''}`
  const rows = pairs.map(({ first, observedMs, bareMs }, at) => [
    String(at + 1),
    first,
    durationText(observedMs),
    durationText(bareMs),
    percentText((observedMs - bareMs) / bareMs),
  ])
  const table = textTable(
    [
      { title: 'pair', isRight: true },
      { title: 'first' },
      { title: 'observed', isRight: true },
      { title: 'bare', isRight: true },
      { title: 'difference', isRight: true },
    ],
    [
      ...rows,
      [
        'all',
        'median',
        durationText(medianMs.observed),
        durationText(medianMs.bare),
        percentText(result.cost.median),
      ],
    ],
  )
  return plainText([title, ...table, ownLine(result.ownCpu), withPlainSpaces(result.verdict), ''].join('\n'))
}
