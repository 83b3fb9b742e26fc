import * as fake from '#shared/analysis/comparison/fake-comparison.ts'
import type { RunId } from '#shared/model/ids.ts'
import type { ComparedVariant, Comparison } from '#shared/model/comparison.ts'

/** For tests: a compared variant with figures and one run, alike but for what is said. */
export function fakeVariant(label: string, said: Partial<ComparedVariant> = {}): ComparedVariant {
  return fake.fakeVariant({
    label,
    runs: [{ id: `${label}-0` as RunId, place: 0, makespanMs: said.makespanMs?.value ?? null }],
    figures: {
      queueWaitP50Ms: 1,
      queueWaitP95Ms: 5,
      coresBusy: 0.5,
      cpuMs: 900,
      peakMemoryBytes: 120 * 2 ** 20,
      ownShare: 0.01,
      idealRatio: 1.1,
    },
    verdict: { kind: 'baseline' },
    sentence: `${label} is compared.`,
    ...said,
  })
}

/** For tests: a comparison of these, the first the baseline, with an answer. */
export function fakeComparison(
  variants: readonly ComparedVariant[],
  said: Partial<Comparison> = {},
): Comparison {
  return fake.fakeComparison(variants, {
    presetId: 'fake',
    presetTitle: 'Fake',
    sentence: 'This is the answer.',
    ...said,
  })
}
