import type { ComparedVariant, Comparison } from '../../model/comparison.ts'

/** A compared variant of which nothing is known but what is given, for tests. */
export function fakeVariant(more: Partial<ComparedVariant> = {}): ComparedVariant {
  return {
    label: 'hybrid',
    strategy: 'hybrid',
    options: null,
    runs: [],
    typicalRun: null,
    makespanMs: null,
    spreadMs: null,
    fastestMs: null,
    slowestMs: null,
    figures: {
      queueWaitP50Ms: null,
      queueWaitP95Ms: null,
      coresBusy: null,
      cpuMs: null,
      peakMemoryBytes: null,
      ownShare: null,
      idealRatio: null,
    },
    failures: 0,
    verdict: { kind: 'too-few', ratio: null },
    sentence: '',
    accounting: null,
    ...more,
  }
}

/** A comparison of the given variants, for tests. */
export function fakeComparison(
  variants: readonly ComparedVariant[],
  more: Partial<Comparison> = {},
): Comparison {
  return {
    presetId: 'course-demo',
    presetTitle: 'Course demo',
    pairing: 'rounds',
    baseline: 0,
    variants,
    ranking: variants.map((_, at) => at),
    checks: [],
    environmentDifferences: [],
    differences: [],
    environment: null,
    isComplete: true,
    sentence: '',
    ...more,
  }
}
