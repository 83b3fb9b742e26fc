/** Milliseconds since the run's first task was queued. Negative while the run is being prepared. */
export type RunMs = number
/** A duration in milliseconds. */
export type Milliseconds = number
export type Bytes = number
/** A share, 0 to 1. */
export type Fraction = number
export type Hertz = number
