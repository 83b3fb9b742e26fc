/** What the command's end tells whoever started it; documented in `--help`. */
export const exitCodes = {
  succeeded: 0,
  someFailed: 1,
  badInput: 2,
  /** 128 + SIGINT, as shells count. */
  interrupted: 130,
} as const
