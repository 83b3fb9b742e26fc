import { texts } from '#shared/texts/texts.ts'
import { countText, ratioText } from '#shared/format.ts'
import type { Run } from '#shared/model/run.ts'
import type { WhatIf, WhatIfCurve } from '#shared/model/what-if.ts'
import { variedSizeWords, whatIfErrorSentence, whatIfSentence } from '#shared/words/what-if-words.ts'
import { durationText, withPlainSpaces } from './plain-figure.ts'
import { plainText } from './plain-text.ts'
import { textTable } from './text-table.ts'

function curveTable({ vary, points, measured }: WhatIfCurve): string[] {
  return textTable(
    [
      { title: variedSizeWords[vary].title, isRight: true },
      { title: 'predicted', isRight: true },
      { title: 'of measured', isRight: true },
      { title: 'measured', isRight: true },
    ],
    points.map(({ value, makespanMs }) => [
      Number.isInteger(value) ? countText(value) : String(value),
      durationText(makespanMs),
      ratioText(makespanMs / measured.makespanMs),
      value === measured.value ? durationText(measured.makespanMs) : '',
    ]),
  )
}

/** What `taskscope what-if` prints, with a final newline: every prediction, the measured point among them, and the model's error there. */
export function whatIfText({ header }: Run, whatIf: WhatIf): string {
  const title = `${header.preset.title} (${header.preset.id}) under ${texts().strategies[header.strategy].title.toLowerCase()}: predicted makespans`
  const lines =
    whatIf.kind === 'curve'
      ? [...curveTable(whatIf), whatIfSentence(whatIf), whatIfErrorSentence(whatIf)]
      : [whatIfSentence(whatIf)]
  return plainText(withPlainSpaces([title, ...lines, ''].join('\n')))
}
