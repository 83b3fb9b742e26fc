/** Does one thing after the other: what is asked for while another is under way waits for it. */
export class InTurn {
  #last: Promise<unknown> = Promise.resolve()

  do<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#last.then(work)
    // Whoever asked hears of a failure; the next in turn does not.
    this.#last = result.catch(() => undefined)
    return result
  }

  /** Resolves when nothing is left to do. */
  async rest(): Promise<void> {
    await this.#last
  }
}
