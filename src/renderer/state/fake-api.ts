import { requestNames, type Api, type Streams } from '#shared/ipc.ts'

/** The main process, for tests: answers what it is given to answer, notes what it was asked, and tells what the test tells. */
export class FakeApi {
  /** What was asked, in order. */
  readonly asked: (readonly [name: string, argument: unknown])[] = []
  readonly api: Api
  readonly #listeners = new Map<string, Set<(value: never) => void>>()

  /** Whatever is asked beside `answers` is refused as an error. */
  constructor(answers: Partial<Omit<Api, 'subscribe'>>) {
    const named = [...Object.keys(requestNames), 'importDropped'] as readonly (keyof typeof answers)[]
    const answer =
      (name: keyof typeof answers) =>
      (argument: never): unknown => {
        this.asked.push([name, argument])
        const known = answers[name] as ((argument: never) => unknown) | undefined
        return known?.(argument) ?? Promise.reject(new Error(`${name} has no answer`))
      }
    // The names are those of the contract: every request is there.
    const requests = Object.fromEntries(named.map((name) => [name, answer(name)])) as unknown as Omit<
      Api,
      'subscribe'
    >
    this.api = {
      ...requests,
      subscribe: (name, listener) => {
        const listeners = this.#listeners.get(name) ?? new Set()
        this.#listeners.set(name, listeners.add(listener))
        return () => listeners.delete(listener)
      },
    }
  }

  tell<Name extends keyof Streams>(name: Name, value: Streams[Name]): void {
    for (const listener of this.#listeners.get(name) ?? []) listener(value as never)
  }

  /** How many follow anything at all. */
  get followers(): number {
    return [...this.#listeners.values()].reduce((sum, { size }) => sum + size, 0)
  }
}

/** Lets everything that has been answered take effect. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0))
}
