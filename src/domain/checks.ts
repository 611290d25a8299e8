/** `unknown`: the service's rule or our knowledge does not settle it, so a person should look. */
export type CheckVerdict = "ok" | "problem" | "unknown";

interface Of<Id extends string> {
  /** Names what is asked, so that `ok` means yes. */
  readonly id: Id;
  readonly verdict: CheckVerdict;
}

/** One rule of persistent chat (domain.md §1.5) held against a plan. Words for it are the UI's matter. */
export type Check =
  | (Of<"sourceIsChat"> & { readonly contactId: string; readonly channel?: string })
  | (Of<"sourceHasEnded"> & { readonly contactId: string })
  /** `ENTIRE_PAST_SESSION`: there is an ended chat contact to continue from. */
  | (Of<"sessionHasEndedChat"> & { readonly initialContactId: string })
  /** `unknown` while other contacts of the past session go on: only the source's own end is known to matter. */
  | (Of<"sessionHasEnded"> & { readonly activeContactIds: readonly string[] })
  | (Of<"currentIsChat"> & { readonly contactId: string; readonly channel: string })
  | (Of<"currentIsActive"> & { readonly contactId: string; readonly endedAt?: number })
  /** Persistence may be set only once on a chat. */
  | (Of<"currentIsNotPersistent"> & {
      readonly contactId: string;
      readonly relatedContactId?: string;
    })
  | (Of<"currentIsAnotherChat"> & {
      readonly contactId: string;
      /** How the current chat is in the past chat. */
      readonly same?: "contact" | "session" | "history";
    })
  /** `problem` where the continued-from contact has none, `unknown` where an older one has none. */
  | (Of<"transcriptsAreStored"> & {
      readonly notListed: readonly string[];
      readonly deleted: readonly string[];
    })
  | (Of<"historyIsWithinLimit"> & {
      readonly limit: number;
      /** How many known contacts are cut off. */
      readonly beyond: number;
      /** True where there are more than those. */
      readonly more: boolean;
    })
  | (Of<"historyIsComplete"> & { readonly unreadContactIds: readonly string[] });
