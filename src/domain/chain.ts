import type { ContactSummary } from "./contact";

/** The contacts of one chat session: same initial contact, in the order in which they followed each other. */
export interface Chain<C extends ContactSummary = ContactSummary> {
  readonly initialContactId: string;
  /** Never empty. */
  readonly contacts: readonly [C, ...C[]];
  /** True where the initial contact is not among the contacts: a search window cut the chain (domain.md §2.5). */
  readonly partial: boolean;
}
