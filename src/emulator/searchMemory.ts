import type { Found } from "./contactSearch";

const KEPT = 8;

/** What the latest searches found, so that their next pages need not search again. */
export class SearchMemory {
  readonly #found = new Map<string, Found>();

  get(query: string): Found | undefined {
    return this.#found.get(query);
  }

  keep(query: string, found: Found): void {
    this.#found.delete(query);
    this.#found.set(query, found);
    const [oldest] = this.#found.keys();
    if (this.#found.size > KEPT && oldest !== undefined) this.#found.delete(oldest);
  }
}
