/** Bytes that the largest residual needs in zigzag; 0 where all are 0. */
export function planesFor(residuals: Float64Array): number {
  let most = 0
  let least = 0
  for (let row = 0; row < residuals.length; row++) {
    const residual = residuals[row] as number
    if (residual > most) most = residual
    else if (residual < least) least = residual
  }
  const largest = Math.max(most * 2, -least * 2 - 1)
  let planes = 0
  while (largest >= 2 ** (8 * planes)) planes++
  return planes
}

/** The residuals in zigzag as planes of bytes, one after the other, least first. */
export function splitResiduals(residuals: Float64Array, planes: number): Uint8Array {
  const rows = residuals.length
  const bytes = new Uint8Array(rows * planes)
  const low = Math.min(planes, 4)
  for (let row = 0; row < rows; row++) {
    const residual = residuals[row] as number
    const zigzag = residual < 0 ? -residual * 2 - 1 : residual * 2
    // The bits below 2^32, also of what is larger.
    const lowBits = zigzag >>> 0
    let at = row
    for (let plane = 0; plane < low; plane++, at += rows) bytes[at] = lowBits >>> (8 * plane)
    if (planes <= 4) continue
    const highBits = (zigzag - lowBits) / 2 ** 32
    for (let plane = 4; plane < planes; plane++, at += rows) bytes[at] = highBits >>> (8 * (plane - 4))
  }
  return bytes
}

/** What `splitResiduals` was given, from `rows * planes` bytes. */
export function joinResiduals(bytes: Uint8Array, rows: number, planes: number): Float64Array {
  const residuals = new Float64Array(rows)
  const low = Math.min(planes, 4)
  for (let row = 0; row < rows; row++) {
    let at = row
    let lowBits = 0
    for (let plane = 0; plane < low; plane++, at += rows) lowBits |= (bytes[at] as number) << (8 * plane)
    let highBits = 0
    for (let plane = 4; plane < planes; plane++, at += rows)
      highBits |= (bytes[at] as number) << (8 * (plane - 4))
    const zigzag = (lowBits >>> 0) + highBits * 2 ** 32
    residuals[row] = (lowBits & 1) === 1 ? -(zigzag + 1) / 2 : zigzag / 2
  }
  return residuals
}

/** Elements of `width` bytes as planes: all first bytes, then all second ones … */
export function splitElements(elements: Uint8Array, width: number): Uint8Array {
  const rows = elements.length / width
  const bytes = new Uint8Array(elements.length)
  for (let row = 0, from = 0; row < rows; row++)
    for (let plane = 0, at = row; plane < width; plane++, at += rows) bytes[at] = elements[from++] as number
  return bytes
}

/** What `splitElements` was given. */
export function joinElements(bytes: Uint8Array, width: number): Uint8Array<ArrayBuffer> {
  const rows = bytes.length / width
  const elements = new Uint8Array(bytes.length)
  for (let row = 0, to = 0; row < rows; row++)
    for (let plane = 0, at = row; plane < width; plane++, at += rows) elements[to++] = bytes[at] as number
  return elements
}
