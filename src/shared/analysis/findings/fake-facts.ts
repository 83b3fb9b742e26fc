import type { Finding } from '../../model/finding.ts'
import { englishWordIn } from '../../texts/english-words.ts'
import { standardFormat, withTextFormat } from '../../texts/language.ts'
import { fakeRun, type FakeRun } from '../fake-run.ts'
import { gatherFacts, type RunFacts } from './run-facts.ts'

/** The facts of a run for tests. Throws where there are none. */
export function fakeFacts(fake: FakeRun): RunFacts {
  const facts = gatherFacts(fakeRun(fake))
  if (facts === null) throw new Error('Expected a run in which something finished')
  return facts
}

/** Throws unless the same is said in German, too: each test of a finding is one of its translation. */
function expectInGerman(finding: Finding | null, german: Finding | null): void {
  if (german?.id !== finding?.id)
    throw new Error(`Expected ${finding?.id ?? 'nothing'}, got ${german?.id ?? 'nothing'}`)
  const said = `${german?.sentence ?? ''} ${german?.advice ?? ''}`.replaceAll(/„[^“]*“/g, '')
  const english = englishWordIn(said)
  if (english !== null) throw new Error(`Expected German, got “${english}” in: ${said}`)
}

/** What a judgement says about a run for tests, with plain spaces between figures and units. */
export function judged(judge: (facts: RunFacts) => Finding | null, fake: FakeRun): Finding | null {
  const facts = fakeFacts(fake)
  const finding = judge(facts)
  expectInGerman(
    finding,
    withTextFormat({ ...standardFormat, language: 'de' }, () => judge(facts)),
  )
  return finding === null
    ? null
    : { ...finding, sentence: plain(finding.sentence), advice: plain(finding.advice) }
}

function plain(sentence: string): string {
  return sentence.replaceAll('\u202f', ' ')
}

/** A list of what the function makes of 0, 1, 2 …. */
export function listOf<T>(count: number, make: (at: number) => T): T[] {
  return Array.from({ length: count }, (_, at) => make(at))
}
