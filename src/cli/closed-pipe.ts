/** Whether writing failed because the reader has gone, as in `taskscope presets | head -1`. */
export function isClosedPipe(error: unknown): boolean {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined
  // The second: the stream was destroyed by the first, and more was written to it.
  return code === 'EPIPE' || code === 'ERR_STREAM_DESTROYED' || code === 'ERR_STREAM_PREMATURE_CLOSE'
}
