import { languages } from '../../model/app-settings.ts'
import type { ToldFinding, Wording } from '../../model/finding.ts'
import type { Run } from '../../model/run.ts'
import { standardFormat, withTextFormat } from '../../texts/language.ts'
import { findFindings } from '../findings.ts'

/** A run’s findings in every language: who measures does not know who will read, nor does a report for machines. Numbers are as each language has them. */
export function toldFindings(run: Run): ToldFinding[] {
  const byLanguage = languages.map((language) => ({
    language,
    found: withTextFormat({ ...standardFormat, language }, () => findFindings(run)),
  }))
  const english = byLanguage.find(({ language }) => language === 'en')?.found ?? []
  return english.map(({ id, severity, sentence }, at) => ({
    id,
    severity,
    sentence: Object.fromEntries(
      byLanguage.map(({ language, found }) => [language, found[at]?.sentence ?? sentence]),
      // One entry for each of the languages.
    ) as Wording,
  }))
}
