import type { Chain } from "./chain";
import { createChainBuilder } from "./chain";
import { Failure } from "./failure";
import type { ContactPage } from "./gateway";

export type SearchPage = (token: string | undefined, isBackground: boolean) => Promise<ContactPage>;

/**
 * The recent chats of one connection, page by page: ⌈N/100⌉ searches for N contacts and nothing else (design §7).
 * What has been read stays when a later page fails.
 */
export class ChatFeed {
  private readonly contacts = createChainBuilder();
  private nextToken: string | undefined;
  private reading: Promise<void> | undefined;
  private pages = 0;

  /** How many contacts the search has in all, as the service last said. */
  total = 0;
  /** Why the last page could not be read; the next {@link more} tries the same page again. */
  failure: Failure | undefined;

  constructor(private readonly search: SearchPage) {}

  get chains(): readonly Chain[] {
    return this.contacts.chains();
  }

  get contactCount(): number {
    return this.contacts.contactCount;
  }

  get hasRead(): boolean {
    return this.pages > 0;
  }

  get hasMore(): boolean {
    return this.pages === 0 || this.nextToken !== undefined;
  }

  /** Reads the next page; calls while one is being read wait for that one. Failures end in {@link failure}. */
  more(isBackground = false): Promise<void> {
    this.reading ??= this.readPage(isBackground).finally(() => (this.reading = undefined));
    return this.reading;
  }

  private async readPage(isBackground: boolean): Promise<void> {
    if (!this.hasMore) return;
    try {
      const page = await this.search(this.nextToken, isBackground);
      this.contacts.add(page.contacts);
      this.pages += 1;
      this.total = page.total;
      this.nextToken = page.nextToken;
      this.failure = undefined;
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      this.failure = error;
    }
  }
}
