import type { Chain } from "./chain";
import type { Contact } from "./contact";
import type { Failure } from "./failure";
import type { NonEmpty } from "./nonEmpty";

/** The service follows at most this many past contacts back (domain.md §1.5). */
export const MAX_PAST_CONTACTS = 100;

/** A contact of a history that could not be read, and why. */
export interface Gap {
  readonly contactId: string;
  readonly failure: Failure;
}

/** Chains linked by persistent chat (`relatedContactId`), read as far back as a history needs. */
export interface Lineage {
  /** Newest first. The first is the whole session asked about; of older ones, what some history of it reaches. */
  readonly chains: NonEmpty<Chain<Contact>>;
  readonly gaps: readonly Gap[];
}

/** A contact with everything that is linked before it: in its session first, then over persistent links. */
export interface History {
  /** Newest first, beginning with the contact asked about; empty where that is not in the lineage. */
  readonly contacts: readonly Contact[];
  /** Contacts that belong here and could not be read. */
  readonly gaps: readonly Gap[];
  /** True where older contacts exist that the lineage was not read back to. */
  readonly more: boolean;
}
