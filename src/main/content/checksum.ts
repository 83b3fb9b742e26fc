import { crc32 } from 'node:zlib'

/** CRC-32 of the bytes, or of the bytes after those that gave `previous`. */
export function checksumOfBytes(bytes: Uint8Array | string, previous = 0): number {
  return crc32(bytes, previous)
}

/** CRC-32 of the numbers as little-endian doubles: exact, whole or not. */
export function checksumOfNumbers(...numbers: readonly number[]): number {
  const view = new DataView(new ArrayBuffer(numbers.length * 8))
  numbers.forEach((value, index) => view.setFloat64(index * 8, value, true))
  return crc32(new Uint8Array(view.buffer))
}
