/** Inclusive bounds. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/** A value found by measuring several times. */
export interface Estimate {
  readonly value: number
  /** 95 % confidence interval; null: too few measurements for one. */
  readonly interval: Interval | null
}
