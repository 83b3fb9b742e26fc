import type { RunId } from '#shared/model/ids.ts'
import type { ComparedVariant, Comparison } from '#shared/model/comparison.ts'

/** For tests: a compared variant, alike but for what is said. */
export function fakeVariant(label: string, said: Partial<ComparedVariant> = {}): ComparedVariant {
  return {
    label,
    strategy: 'hybrid',
    options: null,
    runs: [{ id: `${label}-0` as RunId, place: 0, makespanMs: said.makespanMs?.value ?? null }],
    typicalRun: null,
    makespanMs: null,
    spreadMs: null,
    fastestMs: null,
    slowestMs: null,
    figures: {
      queueWaitP50Ms: 1,
      queueWaitP95Ms: 5,
      coresBusy: 0.5,
      cpuMs: 900,
      peakMemoryBytes: 120 * 2 ** 20,
      ownShare: 0.01,
      idealRatio: 1.1,
    },
    failures: 0,
    verdict: { kind: 'baseline' },
    sentence: `${label} is compared.`,
    accounting: null,
    ...said,
  }
}

/** For tests: a comparison of these, the first the baseline. */
export function fakeComparison(
  variants: readonly ComparedVariant[],
  said: Partial<Comparison> = {},
): Comparison {
  return {
    presetId: 'fake',
    presetTitle: 'Fake',
    pairing: 'rounds',
    baseline: 0,
    variants,
    ranking: variants.map((_, at) => at),
    checks: [],
    environmentDifferences: [],
    differences: [],
    environment: null,
    isComplete: true,
    sentence: 'This is the answer.',
    ...said,
  }
}
